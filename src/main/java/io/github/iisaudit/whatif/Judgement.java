package io.github.iisaudit.whatif;

/**
 * A verdict and why.
 *
 * @param reason one or two sentences, without the last full stop
 */
record Judgement(Verdict verdict, String reason) {

    static Judgement unknown(String reason) {
        return new Judgement(Verdict.UNKNOWN, reason);
    }

    static Judgement noChange(String reason) {
        return new Judgement(Verdict.NO_CHANGE, reason);
    }

    static Judgement breaks(String reason) {
        return new Judgement(Verdict.BREAKS, reason);
    }

    static Judgement fixes(String reason) {
        return new Judgement(Verdict.FIXES, reason);
    }

    /** Kernel mode goes on or off, and nothing else. */
    static Judgement performance(String because, boolean isKernelMode) {
        String then = isKernelMode
                ? "; signing in gets faster, and the 401.1 of KB 2749007 can occur"
                : "; signing in gets slower";
        return new Judgement(Verdict.PERFORMANCE_ONLY, because + then);
    }

    /** Windows authentication goes on where no SPN is missing. */
    static Judgement switchedOn() {
        return unknown("Windows authentication begins here; whether clients and the application are ready for it is not"
                + " in the configuration");
    }
}
