package io.github.iisaudit.whatif;

import java.util.Locale;

/**
 * A verdict and why.
 *
 * @param reason one or two sentences, without the last full stop
 * @param tickets the verdict on who decrypts the service tickets alone
 */
record Judgement(Verdict verdict, String reason, Verdict tickets) {

    Judgement(Verdict verdict, String reason) {
        this(verdict, reason, verdict);
    }

    /** Together with what else changes: the riskier verdict counts, and both reasons do. */
    Judgement and(Judgement further) {
        if (further.verdict == Verdict.NO_CHANGE && verdict != Verdict.NO_CHANGE || further.reason.equals(reason)) {
            return this;
        }
        if (verdict == Verdict.NO_CHANGE) {
            return new Judgement(further.verdict, further.reason, tickets);
        }
        boolean isRiskier = further.verdict.isRiskierThan(verdict);
        Judgement first = isRiskier ? further : this;
        Judgement second = isRiskier ? this : further;
        return new Judgement(first.verdict, first.reason + ". " + capital(second.reason), tickets);
    }

    /** With another verdict, for a reason that is added. */
    Judgement doubted(String why) {
        return new Judgement(Verdict.UNKNOWN, reason + ". " + why, tickets);
    }

    private static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

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
