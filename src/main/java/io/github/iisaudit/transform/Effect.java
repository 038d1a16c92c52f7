package io.github.iisaudit.transform;

/**
 * What one transform did.
 *
 * @param element that of the transform
 * @param hits how many nodes it was about
 * @param changes how many of them it changed, or found as they should be
 * @param isOfSeveral whether no locator says which elements are meant, and it changed several that are told apart by a key
 * @param hasFailed whether it ended in an error
 * @param isUnwritable whether what it made cannot be written
 */
record Effect(
        Element element,
        Operation operation,
        int hits,
        int changes,
        boolean isOfSeveral,
        boolean hasFailed,
        boolean isUnwritable) {}
