package io.github.iisaudit.evidence;

import io.github.iisaudit.evidence.Place.KernelMode;
import java.util.List;

/**
 * Why a verdict is what it is.
 *
 * @param missing columns that a log lacks
 * @param notes what else was noticed
 */
record Reason(Verdict verdict, KernelMode kernelMode, List<String> missing, List<String> notes) {

    /** The columns that IIS writes by default, which have all that is needed. */
    private static final String FLAGS =
            "Date,Time,ClientIP,UserName,ServerIP,Method,UriStem,UriQuery,HttpStatus,Win32Status,"
                    + "TimeTaken,ServerPort,UserAgent,Referer,HttpSubStatus";

    /** Half a sentence for people. */
    @Override
    public String toString() {
        return switch (verdict) {
            case CONFIRMED ->
                "a capture shows it: a client began with credentials, without having been asked, and the answer was a 401"
                        + " that goes on with no logon; "
                        + (kernelMode == KernelMode.UNKNOWN ? "the log agrees" : "kernel mode is on");
            case PROBABLE ->
                "the first request after a start or a pause was refused with 401.1 and SEC_E_NO_CREDENTIALS, its client had not"
                        + " been asked before and did not go on to succeed, and kernel mode is on; a log alone cannot prove more";
            case CONSISTENT -> consistent();
            case CONTRADICTED ->
                "it looks like the fault, but " + off()
                        + ": look at the credentials, the SPN and the load balancer instead";
            case OTHER_CAUSE -> "logons were refused for other reasons";
            case NOT_SEEN -> "requests were seen, and none of them shows the fault";
            case NO_EVIDENCE -> noEvidence();
        };
    }

    private String off() {
        return kernelMode == KernelMode.UNUSED ? "Windows authentication is off here" : "kernel mode is off here";
    }

    private String consistent() {
        String start = "clients sent credentials without having been asked and got 401.1, but ";
        if (kernelMode.isOff()) {
            return start + off() + ", so it is an ordinary step of a logon, not the fault";
        }
        return kernelMode == KernelMode.UNKNOWN
                ? start + "whether kernel mode is on is not known: give the PATH of the configuration"
                : start
                        + "not as the first request after a start or a pause, or they succeeded at once: a normal logon that"
                        + " begins with credentials looks the same";
    }

    private String noEvidence() {
        if (!missing.isEmpty()) {
            return "the log does not record " + String.join(", ", missing) + ": switch it on with appcmd set config"
                    + " -section:system.applicationHost/sites"
                    + " /siteDefaults.logFile.logExtFileFlags:" + FLAGS
                    + " /commit:apphost, or in IIS Manager under Logging, Select Fields";
        }
        return notes.isEmpty() ? "no request of it is in the evidence" : String.join("; ", notes);
    }
}
