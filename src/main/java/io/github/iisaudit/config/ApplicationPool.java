package io.github.iisaudit.config;

import io.github.iisaudit.config.SiteTree.Node;

/**
 * An application pool and the identity that its worker processes run as, defaults applied.
 *
 * @param identityType {@code ApplicationPoolIdentity}, {@code NetworkService}, {@code LocalService}, {@code
 *     LocalSystem} or {@code SpecificUser}
 * @param userName the account as it is written; it counts for {@code SpecificUser} only and may be empty
 */
public record ApplicationPool(String name, String identityType, String userName) {

    private static final String SPECIFIC_USER = "SpecificUser";

    static ApplicationPool of(Node pool) {
        ElementSchema schema = pool.schema().elements().get("processModel");
        if (schema == null) {
            return new ApplicationPool(pool.path(), "", "");
        }
        ElementState.Entry process =
                new ElementState.Entry("processModel", pool.state().child("processModel"));
        return new ApplicationPool(
                pool.path(), process.value("identityType", schema), process.value("userName", schema));
    }

    /** Whether it runs as an account that somebody named: a domain account, a gMSA or a local user. */
    public boolean isSpecificUser() {
        return identityType.equals(SPECIFIC_USER);
    }

    /** The account that it runs as, in a word: the name of a user, else the identity's. */
    public String identity() {
        return isSpecificUser() ? userName : identityType;
    }
}
