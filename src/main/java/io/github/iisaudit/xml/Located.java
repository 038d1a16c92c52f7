package io.github.iisaudit.xml;

/** A node of a file's tree that knows where it was written. */
public sealed interface Located permits LocatedElement, LocatedAttribute, LocatedText, LocatedComment {

    /** Everything that was written for this node. */
    Span span();
}
