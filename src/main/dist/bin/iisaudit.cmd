@echo off
rem Starts iisaudit with the Java options and the class-data archive that it starts fastest with.
rem
rem   JAVA_HOME                 the Java to use, 17 or later; without it, the java on the PATH
rem   JAVA_OPTS, IISAUDIT_OPTS  more options for Java, such as -Xmx2g
rem   iisaudit --prepare        makes the class-data archive: once after unpacking, moving, or an update of Java

setlocal DisableDelayedExpansion
for %%H in ("%~dp0..") do set "home=%%~fH"
set "jar=%home%\lib\iisaudit.jar"
if not exist "%jar%.sha256" (
  >&2 echo iisaudit: there is no "%jar%" with its checksum
  exit /b 3
)
<"%jar%.sha256" set /p "sum="

if defined JAVA_HOME (
  set "java=%JAVA_HOME%\bin\java.exe"
) else (
  for %%J in (java.exe) do set "java=%%~$PATH:J"
)
if not defined java (
  >&2 echo iisaudit: there is no Java: set JAVA_HOME, or put java.exe ^(17 or later^) on the PATH
  exit /b 3
)
if not exist "%java%" (
  >&2 echo iisaudit: there is no Java in JAVA_HOME, "%JAVA_HOME%"
  exit /b 3
)
for %%J in ("%java%") do for %%B in ("%%~dpJ..") do set "java_home=%%~fB"

set "archives=%home%\lib\archive"
set "cache=%LOCALAPPDATA%\iisaudit\archive"
set "archive="
call :fits "%archives%"
if not defined archive if defined LOCALAPPDATA call :fits "%cache%"

rem The major version in the "release" file; the check is left out where there is none.
set "version="
if not defined archive if exist "%java_home%\release" (
  for /f "usebackq tokens=1,2 delims==." %%A in ("%java_home%\release") do if "%%A"=="JAVA_VERSION" set "version=%%~B"
)
if defined version set "version=%version:"=%"
if defined version if %version% LSS 17 (
  >&2 echo iisaudit: "%java%" is too old: Java 17 or later is needed
  exit /b 3
)

if "%~1"=="--prepare" (
  "%java%" -cp "%jar%" io.github.iisaudit.cli.ClassArchive "%home%" "%archives%" "%cache%"
  exit /b
)

set "given=%JAVA_TOOL_OPTIONS% %JDK_JAVA_OPTIONS% %JAVA_OPTS% %IISAUDIT_OPTS%"
set "heap=-Xms192m -Xmx384m -Xmn112m"
if not "%given:-Xmx=%"=="%given%" set "heap="
if not "%given:MaxHeapSize=%"=="%given%" set "heap="
if not "%given:RAM=%"=="%given%" set "heap="
set "young="
if not defined heap set "young=-XX:G1NewSizePercent=30"
set "collector=-XX:+UseG1GC -XX:+UnlockExperimentalVMOptions %young% -XX:-G1UseAdaptiveIHOP -XX:InitiatingHeapOccupancyPercent=50"
if not "%given:GC=%"=="%given%" set "collector="
set "compiler=-XX:TieredStopAtLevel=1 -XX:C1MaxInlineSize=20"
set "shared="
if defined archive set shared=-Xlog:disable "-XX:SharedArchiveFile=%archive%" -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0

"%java%" %collector% %heap% %compiler% -XX:-UsePerfData %shared% %JAVA_OPTS% %IISAUDIT_OPTS% -cp "%jar%" io.github.iisaudit.cli.Main %*
exit /b

rem Sets archive where the one in a folder was made for this jar and this Java. Java itself looks at the time stamps.
:fits
if not exist "%~1\for" exit /b
set "for_jar="
set "for_sum="
set "for_home="
<"%~1\for" (
  set /p "for_jar="
  set /p "for_sum="
  set /p "for_home="
)
if /i "%for_jar%"=="%jar%" if "%for_sum%"=="%sum%" if /i "%for_home%"=="%java_home%" set "archive=%~1\iisaudit.jsa"
exit /b
