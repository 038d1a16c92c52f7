package io.github.iisaudit.spark;

import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns of findings: the fields of the JSON lines. */
final class FindingTable {

    private static final DataType TEXT = DataTypes.StringType;
    private static final DataType NUMBER = DataTypes.IntegerType;
    private static final ArrayType TEXTS = DataTypes.createArrayType(TEXT);

    private FindingTable() {}

    static StructType columns() {
        return new StructType()
                .add("rule", TEXT)
                .add("severity", TEXT)
                .add("confidence", TEXT)
                .add("message", TEXT)
                .add("server", TEXT)
                .add("file", TEXT)
                .add("line", NUMBER)
                .add("column", NUMBER)
                .add("endLine", NUMBER)
                .add("endColumn", NUMBER)
                .add("paths", TEXTS)
                .add("via", DataTypes.createArrayType(place().add("message", TEXT)))
                .add("fingerprint", TEXT)
                .add("environments", TEXTS)
                .add("when", DataTypes.createMapType(TEXT, TEXT))
                .add(
                        "notes",
                        DataTypes.createArrayType(
                                new StructType().add("message", TEXT).add("paths", TEXTS)))
                .add("fix", TEXT)
                .add("lockedBy", place())
                .add("suppressed", DataTypes.BooleanType)
                .add("suppression", suppression());
    }

    private static StructType place() {
        return new StructType().add("file", TEXT).add("line", NUMBER).add("column", NUMBER);
    }

    private static StructType suppression() {
        return new StructType()
                .add("kind", TEXT)
                .add("reason", TEXT)
                .add("file", TEXT)
                .add("line", NUMBER)
                .add("column", NUMBER);
    }
}
