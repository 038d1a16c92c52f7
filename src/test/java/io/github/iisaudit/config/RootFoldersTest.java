package io.github.iisaudit.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RootFoldersTest {

    private static final RootFolders ROOTS = new RootFolders(Server.base()
            .sites("<site name='S' id='1'>"
                    + "<application path='/'><virtualDirectory path='/' physicalPath='C:\\web'/>"
                    + "<virtualDirectory path='/files' physicalPath='D:\\files'/></application>"
                    + "<application path='/shop'><virtualDirectory path='/' physicalPath='C:\\web\\Shop\\'/></application>"
                    + "<application path='/again'><virtualDirectory path='/' physicalPath='C:/web/shop'/></application>"
                    + "</site>")
            .configuration()
            .tree());

    @Test
    void theFirstApplicationElsewhereIsNamedWhoseRootIsTheFolderOrOneAroundIt() {
        assertThat(ROOTS.around("C:/web/shop/admin", "S/x")).isEqualTo("S/shop");
        assertThat(ROOTS.around("c:/WEB/shop", "T")).isEqualTo("S");
    }

    @Test
    void anApplicationThatHasThePathInItIsNone() {
        assertThat(ROOTS.around("C:/web/shop/admin", "S/shop/admin")).isEqualTo("S/again");
    }

    @Test
    void aFolderWhoseNameOnlyBeginsLikeThatIsNone() {
        assertThat(ROOTS.around("C:/website", "T")).isEmpty();
        assertThat(ROOTS.around("D:/files/x", "T")).isEmpty();
    }
}
