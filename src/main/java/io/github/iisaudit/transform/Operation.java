package io.github.iisaudit.transform;

/** What a transform does, by the names that transforms call it. */
enum Operation {
    Replace(Scope.FIRST, NodeOperations::replace),
    Remove(Scope.FIRST, NodeOperations::remove),
    RemoveAll(Scope.ALL, NodeOperations::remove),
    Insert(Scope.PARENT, NodeOperations::insert),
    InsertIfMissing(Scope.PARENT, NodeOperations::insertIfMissing),
    InsertBefore(Scope.PARENT, NodeOperations::insertBefore),
    InsertAfter(Scope.PARENT, NodeOperations::insertAfter),
    SetAttributes(Scope.ALL, AttributeOperations::set),
    SetTokenizedAttributes(Scope.ALL, AttributeOperations::setTokenized),
    RemoveAttributes(Scope.ALL, AttributeOperations::remove),
    CommentOut(Scope.FIRST, NodeOperations::commentOut);

    /** What it is about. */
    enum Scope {
        /** The first of the elements that are meant. */
        FIRST,
        /** Each of them. */
        ALL,
        /** The first of those that what is inserted goes into. */
        PARENT
    }

    /** How it is done. */
    interface Deed {
        void on(Execution execution);
    }

    private final Scope scope;
    private final Deed deed;

    Operation(Scope scope, Deed deed) {
        this.scope = scope;
        this.deed = deed;
    }

    Scope scope() {
        return scope;
    }

    void perform(Execution execution) {
        deed.on(execution);
    }
}
