package io.github.iisaudit.directory;

/** What takes what is read of one source. */
interface Intake {

    /** Takes one more object, and gives an entry for the next: it may be the same one. */
    Entry add(Entry entry);

    /** Something that was left out: a change instead of an object, a value that points to a file. */
    void drop();

    /** That objects are missing which the source says to have. */
    void miss();

    /** An attribute that the source was asked for, whether any object has it or not. */
    void ask(Attribute attribute);

    /** A name, perhaps with {@code *}, of which all holders are known. */
    void answer(String pattern);

    /** That all names which several accounts hold are known. */
    void knowDuplicates();
}
