# Builds what a Windows user installs: powershell -File installer\windows.ps1 [image|msi|exe]   (default: image)
#
# image: target\installer\Hashscape, a folder with Hashscape.exe. msi, exe: packages of it (the WiX toolset is needed).
# Written from jpackage's documentation; not run yet. Set HASHSCAPE_BUILT=1 to take target\hashscape as it is.
param([ValidateSet('image', 'msi', 'exe')][string]$what = 'image')
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')
$bin = if ($env:JAVA_HOME) { Join-Path $env:JAVA_HOME 'bin\' } else { '' }

function Check($name) { if ($LASTEXITCODE -ne 0) { throw "$name failed with exit code $LASTEXITCODE" } }

if ($env:HASHSCAPE_BUILT -ne '1') { mvn -q -B -DskipTests package; Check 'mvn' }
$jar = (Get-ChildItem target\hashscape\lib\hashscape-*.jar).Name
$version = $jar -replace '^hashscape-', '' -replace '\.jar$', '' -replace '-SNAPSHOT$', ''

Remove-Item target\installer -Recurse -Force -ErrorAction SilentlyContinue
$content = 'target\installer\input'
New-Item $content -ItemType Directory -Force | Out-Null
Copy-Item target\hashscape\lib\*.jar $content
Copy-Item target\hashscape\sample-data, target\hashscape\assets, target\hashscape\LICENSE $content -Recurse
& "${bin}java" installer\Natives.java $content windows x86_64; Check 'Natives'

$modules = 'java.base,java.compiler,java.desktop,java.logging,java.management,java.naming,java.net.http,java.sql,java.xml,' +
    'jdk.charsets,jdk.crypto.ec,jdk.jfr,jdk.management,jdk.unsupported,jdk.unsupported.desktop,jdk.zipfs'
$options = '-Dhashscape.home=$APPDIR', '-Dfile.encoding=UTF-8', '-XX:MaxRAMPercentage=50',
    '-XX:Tier4InvocationThreshold=20000', '-XX:Tier4MinInvocationThreshold=5000', '-XX:Tier4CompileThreshold=40000'
$major = [int]((& "${bin}java" --version | Select-Object -First 1) -replace '^\S+ (\d+).*', '$1')
if ($major -ge 24) { $options += '--enable-native-access=ALL-UNNAMED', '--sun-misc-unsafe-memory-access=allow' }
$arguments = $options | ForEach-Object { '--java-options'; $_ }
# Two programs: one with a window, one for the command line that writes to its console.
"main-class=org.hashscape.Main`nwin-console=true" | Set-Content target\installer\console.properties
& "${bin}jpackage" --type app-image --dest target\installer --name Hashscape --app-version $version --vendor Hashscape `
    --input $content --main-jar $jar --main-class org.hashscape.Main --add-modules $modules `
    --jlink-options '--strip-debug --no-man-pages --no-header-files --compress=2' --icon installer\icons\hashscape.ico `
    --add-launcher 'hashscape-cli=target\installer\console.properties' @arguments; Check 'jpackage'

if ($what -ne 'image') {
    & "${bin}jpackage" --type $what --app-image target\installer\Hashscape --dest target\installer --name Hashscape `
        --app-version $version --license-file LICENSE --file-associations installer\windows.d\hsa.properties `
        --win-menu --win-shortcut --win-dir-chooser --win-per-user-install; Check 'jpackage'
}
Get-ChildItem target\installer | Format-Table Name, Length
