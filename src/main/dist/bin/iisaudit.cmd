@echo off
rem Starts iisaudit with the Java options and the class-data archive that it starts fastest with.
rem
rem   JAVA_HOME                 the Java to use, 17 or later; without it, the java on the PATH. A distribution with a Java of its
rem                             own uses that and no other
rem   JAVA_OPTS, IISAUDIT_OPTS  more options for Java, such as -Xmx2g
rem   iisaudit --prepare        makes the class-data archive: once after unpacking, moving, or an update of Java

setlocal DisableDelayedExpansion
for %%H in ("%~dp0..") do set "home=%%~fH"
set "shared="
set "java=%home%\runtime\bin\java.exe"
set "path_of_classes=%home%\runtime"
if exist "%java%" goto own

set "jar=%home%\lib\iisaudit.jar"
set "path_of_classes=%jar%"
if not exist "%jar%.sha256" (
  >&2 echo iisaudit: there is no "%jar%" with its checksum
  exit /b 3
)
set "sum="
<"%jar%.sha256" set /p "sum="

set "java="
if defined JAVA_HOME set "java=%JAVA_HOME:"=%\bin\java.exe"
if not defined JAVA_HOME for %%J in (java.exe) do set "java=%%~$PATH:J"
if not defined java (
  >&2 echo iisaudit: there is no Java: set JAVA_HOME, or put java.exe ^(17 or later^) on the PATH
  exit /b 3
)
if not exist "%java%" (
  >&2 echo iisaudit: there is no Java in JAVA_HOME: no "%java%"
  exit /b 3
)
for %%J in ("%java%") do set "bin=%%~dpJ"
for %%B in ("%bin%..") do set "java_home=%%~fB"

set "archives=%home%\lib\archive"
set "cache="
if defined LOCALAPPDATA set "cache=%LOCALAPPDATA%\iisaudit\archive"
set "archive="
call :fits "%archives%"
if not defined archive if defined cache call :fits "%cache%"

rem The major version in the "release" file; the check is left out where there is none.
set "version="
if not defined archive if exist "%java_home%\release" (
  for /f "usebackq tokens=1,2 delims==" %%A in ("%java_home%\release") do if "%%A"=="JAVA_VERSION" set "version=%%~B"
)
if defined version for /f "delims=." %%V in ("%version%") do set "version=%%V"
if defined version if %version% LSS 17 (
  >&2 echo iisaudit: "%java%" is too old: Java 17 or later is needed
  exit /b 3
)

if "%~1"=="--prepare" (
  if defined cache set cache="%cache%"
  goto prepare
)

if defined archive set shared=-Xlog:disable "-XX:SharedArchiveFile=%archive%" -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0
goto start

rem The Java of this distribution, one of whose modules the program is. It has to have a class path, else the folder where it is
rem started would be on it.
:own
if "%~1"=="--prepare" (
  echo iisaudit: there is nothing to prepare: its own Java has an archive that fits
  exit /b 0
)
set "shared=-XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0"

:start
rem What the Unix launcher chooses too, and says why. Only quotes of others' options could make more of them than text here.
set "given= %JAVA_TOOL_OPTIONS% %JDK_JAVA_OPTIONS% %JAVA_OPTS% %IISAUDIT_OPTS%"
set "given=%given:"=%"
set "heap=-Xms192m -Xmx288m -Xmn128m"
if not "%given:-Xmx=%"=="%given%" set "heap="
if not "%given:-XX:MaxHeapSize=%"=="%given%" set "heap="
if not "%given:RAMPercentage=%"=="%given%" set "heap="
if not "%given:RAMFraction=%"=="%given%" set "heap="
set "young="
if not defined heap set "young=-XX:G1NewSizePercent=30"
set "collector=-XX:+UseG1GC -XX:+UnlockExperimentalVMOptions %young% -XX:-G1UseAdaptiveIHOP -XX:InitiatingHeapOccupancyPercent=70"
set "used=%given:*-XX:+Use=%"
if not "%used%"=="%given%" if not "%used:GC=%"=="%used%" set "collector="
set "inline=20"
if "%~1"=="confirm" (
  set "inline=35"
  if defined collector set "collector=-XX:+UseSerialGC"
  if defined heap set "heap=-Xms64m -Xmx288m -Xmn48m"
)
set "compiler=-XX:TieredStopAtLevel=1 -XX:C1MaxInlineSize=%inline%"

"%java%" %collector% %heap% %compiler% -XX:-UsePerfData %shared% %JAVA_OPTS% %IISAUDIT_OPTS% -cp "%path_of_classes%" io.github.iisaudit.cli.Main %*
exit /b %errorlevel%

:prepare
"%java%" -cp "%jar%" io.github.iisaudit.cli.ClassArchive "%home%" "%archives%" %cache%
exit /b %errorlevel%

rem Sets archive where the one in a folder was made for this jar and this Java. Java itself looks at the time stamps.
:fits
if not exist "%~1\for" exit /b
set "for_jar="
set "for_sum="
set "for_home="
for /f "usebackq delims=" %%L in ("%~1\for") do if not defined for_jar set "for_jar=%%L"
for /f "usebackq skip=1 delims=" %%L in ("%~1\for") do if not defined for_sum set "for_sum=%%L"
for /f "usebackq skip=2 delims=" %%L in ("%~1\for") do if not defined for_home set "for_home=%%L"
if /i not "%for_jar%"=="%jar%" exit /b
if not "%for_sum%"=="%sum%" exit /b
if /i "%for_home%"=="%java_home%" set "archive=%~1\iisaudit.jsa"
exit /b
