@echo off
rem Starts Hashscape: the window without arguments, else the command line.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo hashscape: Java 17 or newer is needed. Install it, or set JAVA_HOME. 1>&2
  exit /b 1
)
if not defined TF_CPP_MIN_LOG_LEVEL set "TF_CPP_MIN_LOG_LEVEL=1"
rem Java's second compiler waits for code that runs more often than that of a start.
set "COMPILER=-XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=5000 -XX:Tier4CompileThreshold=40000"
"%JAVA%" %COMPILER% %HASHSCAPE_JAVA_OPTIONS% -Dfile.encoding=UTF-8 -Dhashscape.home="%HOME_DIR%" -cp "%HOME_DIR%\lib\*" org.hashscape.Main %*
exit /b %errorlevel%
