package io.github.iisaudit.fuzz;

import java.util.List;

/** Values that have been more than values somewhere. */
final class Nasty {

    /** In every command that the input tries to give to a build service. */
    static final String FORGED = "forged-command";

    private static final String ESCAPE = "\u001b";

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "*",
            ".",
            "..",
            "/",
            "//",
            "\\",
            "true",
            "TRUE",
            "1",
            "0",
            "-1",
            "yes",
            "false ",
            "99999999999999999999",
            "4294967295",
            "2147483648",
            "0x7fffffff",
            "24:00:00",
            "NaN",
            "Negotiate",
            "Negotiate:Kerberos",
            "NTLM",
            "[enc:AesProvider:AAAA:enc]",
            "%SystemDrive%\\inetpub",
            "%NOT_SET%",
            "%%",
            "%",
            "#{Octopus}",
            "__TOKEN__",
            "$(Build)",
            "{0}",
            "{//@password}",
            "::error file=a::" + FORGED,
            "\n::" + FORGED + " x::y",
            "\r\n::set-output name=x::" + FORGED,
            "##vso[" + FORGED + " x]y",
            "\n##vso[" + FORGED + "]",
            "##[" + FORGED + "]",
            "x\n##[" + FORGED + "]",
            "\u2028::" + FORGED + "::",
            "\u0085::" + FORGED + "::",
            "%0A::" + FORGED + "::",
            ESCAPE + "[2J" + ESCAPE + "]0;x\u0007",
            "\u009b31m",
            "\u202etxt.exe",
            "\u2066x\u2069",
            "a\u200fb",
            "\u0000",
            "\uFEFF",
            "\uD800",
            "😀",
            "é".repeat(300),
            "a".repeat(5000),
            "a,".repeat(400),
            "../../../../etc/passwd",
            "C:\\..\\..\\Windows",
            "\\\\?\\C:\\inetpub",
            "\\\\server\\share\\x",
            "C:\\inetpub\\wwwroot",
            "C:/inetpub/wwwroot/",
            "D:",
            "CON",
            "web.config",
            "applicationHost.config",
            "=cmd|' /C calc'!A0",
            "\"'`$(touch x)`",
            "'; Remove-Item x; '",
            "& calc &",
            "|x|`y`</details><script>",
            "]]>",
            "-->",
            "<!--",
            "&amp;&#0;",
            "http://[::1]:80",
            "*:80:",
            "*:443:a.example",
            "[::]:80:*",
            "1.2.3.4:99999:x",
            "*:80:" + "h".repeat(300),
            "Default Web Site",
            "Default Web Site/app/../x",
            "SITE/" + "a/".repeat(200));

    /** Names that a file or a folder may have and that are more than a name somewhere. */
    private static final List<String> FILE_NAMES = List.of(
            "##vso[" + FORGED + "]x",
            "::" + FORGED + "::x",
            "a" + ESCAPE + "[31mb",
            "line\n::" + FORGED + "::",
            "bidi\u202ecod",
            "c1\u009b1m",
            "--output=x",
            "@args",
            "-",
            "~",
            " ",
            "%0A",
            "a;b,c=d",
            "é😀",
            "n".repeat(200),
            "$(touch x)",
            "web.config",
            "inetsrv");

    private Nasty() {}

    static String value(Dice dice) {
        return dice.of(VALUES);
    }

    static String fileName(Dice dice) {
        return dice.of(FILE_NAMES);
    }
}
