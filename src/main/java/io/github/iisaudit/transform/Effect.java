package io.github.iisaudit.transform;

/**
 * What one transform did.
 *
 * @param element that of the transform
 * @param hasLocator whether a locator on the element itself says which elements are meant
 * @param hits how many nodes it was about
 * @param changes how many of them it changed
 * @param hasFailed whether it ended in an error
 */
record Effect(Element element, Operation operation, boolean hasLocator, int hits, int changes, boolean hasFailed) {}
