package io.github.iisaudit.whatif;

/**
 * A verdict and why.
 *
 * @param reason one or two sentences
 */
record Judgement(Verdict verdict, String reason) {}
