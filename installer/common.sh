# What the installers of Linux and macOS share; read by them, not run.

# What jlink puts into the runtime: jdeps' list for the program, and what its libraries look for by name
# (charsets of old file names, elliptic curves for the catalogue's downloads, the zip file system).
modules=java.base,java.compiler,java.desktop,java.logging,java.management,java.naming,java.net.http,java.sql,java.xml
modules=$modules,jdk.charsets,jdk.crypto.ec,jdk.management,jdk.unsupported,jdk.unsupported.desktop,jdk.zipfs

jpackage=${JAVA_HOME:+$JAVA_HOME/bin/}jpackage
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
command -v "$jpackage" >/dev/null || {
  echo "jpackage is needed: a JDK 17 or newer, by JAVA_HOME or on the PATH." >&2
  exit 1
}
major=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
compression=zip-9
[ "$major" -ge 21 ] || compression=2

build() {
  [ "${HASHSCAPE_BUILT:-0}" = 1 ] || mvn -q -B -DskipTests package
  jar=$(basename target/hashscape/lib/hashscape-*.jar)
  version=${jar#hashscape-}
  version=${version%.jar}
  version=${version%-SNAPSHOT} # packages know numbers only
}

# target/installer/input: the jars with this system's natives only, and what the program reads beside them.
stage() {
  input=target/installer/input
  rm -rf target/installer
  mkdir -p "$input"
  cp -p target/hashscape/lib/*.jar "$input"
  cp -Rp target/hashscape/sample-data target/hashscape/assets target/hashscape/LICENSE "$input"
  processor=$(uname -m)
  [ "$processor" = arm64 ] && processor=aarch64
  strip_tensorflow
  "$java" installer/Natives.java "$input" "$1" "$processor"
}

# TensorFlow's libraries come with the names of all their inner functions: a fourth of them, which only their debugger reads.
strip_tensorflow() {
  local archive libraries=org/tensorflow/internal/c_api/linux-x86_64 work=target/installer/tensorflow
  archive=$(echo "$PWD/$input"/tensorflow-core-native-*-linux-x86_64.jar)
  [ -f "$archive" ] && command -v strip >/dev/null || return 0
  mkdir -p "$work"
  (cd "$work" && "${java%java}jar" xf "$archive" && strip --strip-unneeded "$libraries"/libtensorflow_*.so.2 &&
    "${java%java}jar" --create --no-compress --no-manifest --file "$archive" .)
  rm -rf "$work"
}

# What a start loads and learns, kept from one: Java 25 links classes beforehand and knows which methods matter
# (JEP 483, 514, 515), older ones lay classes out. Where the file does not fit, Java starts without it, silently.
if [ "$major" -ge 25 ]; then
  cache=hashscape.aot cache_read=-XX:AOTCache cache_write=-XX:AOTCacheOutput
else
  cache=hashscape.jsa cache_read=-XX:SharedArchiveFile cache_write=-XX:ArchiveClassesAtExit
fi

# target/installer/Hashscape (macOS: Hashscape.app). Java takes half the machine's memory at most.
# Its second compiler waits for code that runs more often than that of a start.
app_image() {
  options=("-Dhashscape.home=\$APPDIR" "-Dfile.encoding=UTF-8" "-XX:MaxRAMPercentage=50"
    "-XX:Tier4InvocationThreshold=20000" "-XX:Tier4MinInvocationThreshold=5000" "-XX:Tier4CompileThreshold=40000"
    "$cache_read=\$APPDIR/$cache" "-Xlog:disable" "-Xlog:all=error:stderr")
  [ "$major" -ge 24 ] && options+=("--enable-native-access=ALL-UNNAMED" "--sun-misc-unsafe-memory-access=allow")
  arguments=()
  for option in "${options[@]}"; do
    arguments+=(--java-options "$option")
  done
  "$jpackage" --type app-image --dest target/installer --name Hashscape --app-version "$version" --vendor Hashscape \
    --input "$input" --main-jar "$jar" --main-class org.hashscape.Main --add-modules "$modules" \
    --jlink-options "--strip-debug --no-man-pages --no-header-files --compress=$compression --exclude-files=**/libsplashscreen.so,**/libjsound.so,**/jrt-fs.jar" "${arguments[@]}" "$@"
  image=target/installer/Hashscape
}

# Makes that file beside the jars, from a start of the program itself: the window on the sample archive where there is
# Xvfb, else the first look, which draws it off screen. The sample archive is there already: what only the very first
# start loads, to import and to train, would make the file half as large again.
start_cache() {
  local app=$1/app runtime=$2 user
  user=$(mktemp -d)
  # Debian's Java keeps such names too.
  [ ! -f "$runtime/lib/server/libjvm.so" ] || ! command -v strip >/dev/null || strip --strip-unneeded "$runtime/lib/server/libjvm.so"
  [ "$cache" = hashscape.aot ] || "$runtime/bin/java" -Xshare:dump -Xlog:disable -Xlog:all=error:stderr
  sed -i.plain "/$cache_read/d" "$app/Hashscape.cfg"
  echo "java-options=-Dhashscape.user=$user" >>"$app/Hashscape.cfg"
  env -u DISPLAY "$image/bin/Hashscape" >/dev/null
  echo "java-options=$cache_write=\$APPDIR/$cache" >>"$app/Hashscape.cfg"
  if command -v xvfb-run >/dev/null; then
    : >"$user/marks" # with which the window closes once it is painted
    echo "java-options=-Dhashscape.marks=$user/marks" >>"$app/Hashscape.cfg"
    xvfb-run -a -s "-screen 0 1920x1200x24" "$image/bin/Hashscape" "$user/sample.hsa" >/dev/null
  else
    env -u DISPLAY "$image/bin/Hashscape" >/dev/null
  fi
  mv "$app/Hashscape.cfg.plain" "$app/Hashscape.cfg"
  rm -rf "$user" "$runtime/lib/server/classes_nocoops.jsa"
  test -s "$app/$cache"
}
