# What the installers of Linux and macOS share; read by them, not run.

# What jlink puts into the runtime: jdeps' list for the program, and what its libraries look for by name
# (charsets of old file names, elliptic curves for the catalogue's downloads, the zip file system).
modules=java.base,java.compiler,java.desktop,java.logging,java.management,java.naming,java.net.http,java.sql,java.xml
modules=$modules,jdk.charsets,jdk.crypto.ec,jdk.jfr,jdk.management,jdk.unsupported,jdk.unsupported.desktop,jdk.zipfs

jpackage=${JAVA_HOME:+$JAVA_HOME/bin/}jpackage
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
command -v "$jpackage" >/dev/null || {
  echo "jpackage is needed: a JDK 17 or newer, by JAVA_HOME or on the PATH." >&2
  exit 1
}
major=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)

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
  "$java" installer/Natives.java "$input" "$1" "$processor"
  strip_tensorflow
}

# TensorFlow's libraries come with the names of all their inner functions: a fourth of them, which only their debugger reads.
strip_tensorflow() {
  local archive libraries=org/tensorflow/internal/c_api/linux-x86_64 work=target/installer/tensorflow
  archive=$(echo "$PWD/$input"/tensorflow-core-native-*-linux-x86_64.jar)
  [ -f "$archive" ] && command -v strip >/dev/null || return 0
  mkdir -p "$work"
  (cd "$work" && "${java%java}jar" xf "$archive" && strip --strip-unneeded "$libraries"/libtensorflow_*.so.2 &&
    "${java%java}jar" --create --no-manifest --file "$archive" .)
  rm -rf "$work"
}

# target/installer/Hashscape (macOS: Hashscape.app). Java starts with half the machine's memory at most, and with
# classes that are laid out beforehand; where that file does not fit, it starts without, silently.
# Its second compiler waits for code that runs more often than that of a start.
app_image() {
  options=("-Dhashscape.home=\$APPDIR" "-Dfile.encoding=UTF-8" "-XX:MaxRAMPercentage=50" "-Xshare:auto"
    "-XX:Tier4InvocationThreshold=20000" "-XX:Tier4MinInvocationThreshold=5000" "-XX:Tier4CompileThreshold=40000"
    "-XX:SharedArchiveFile=\$APPDIR/hashscape.jsa" "-Xlog:disable" "-Xlog:all=error:stderr")
  [ "$major" -ge 24 ] && options+=("--enable-native-access=ALL-UNNAMED" "--sun-misc-unsafe-memory-access=allow")
  arguments=()
  for option in "${options[@]}"; do
    arguments+=(--java-options "$option")
  done
  "$jpackage" --type app-image --dest target/installer --name Hashscape --app-version "$version" --vendor Hashscape \
    --input "$input" --main-jar "$jar" --main-class org.hashscape.Main --add-modules "$modules" \
    --jlink-options "--strip-debug --no-man-pages --no-header-files --compress=2" "${arguments[@]}" "$@"
  image=target/installer/Hashscape
}

# Lays out the classes of Java, then those that a start with the sample archive loads, beside the jars. The first look
# goes twice: what only the very first one loads, to import and to train, would make the file half as large again.
class_archive() {
  local app=$1/app runtime=$2 user
  user=$(mktemp -d)
  # Debian's Java keeps such names too.
  [ ! -f "$runtime/lib/server/libjvm.so" ] || ! command -v strip >/dev/null || strip --strip-unneeded "$runtime/lib/server/libjvm.so"
  "$runtime/bin/java" -Xshare:dump -Xlog:disable -Xlog:all=error:stderr
  sed -i.plain "s|-XX:SharedArchiveFile=|-XX:ArchiveClassesAtExit=|" "$app/Hashscape.cfg"
  echo "java-options=-Dhashscape.user=$user" >>"$app/Hashscape.cfg"
  env -u DISPLAY "$image/bin/Hashscape" >/dev/null
  env -u DISPLAY "$image/bin/Hashscape" >/dev/null
  mv "$app/Hashscape.cfg.plain" "$app/Hashscape.cfg"
  rm -rf "$user" "$runtime/lib/server/classes_nocoops.jsa"
  test -s "$app/hashscape.jsa"
}
