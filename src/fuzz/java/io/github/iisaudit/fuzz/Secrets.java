package io.github.iisaudit.fuzz;

import java.util.List;
import java.util.Locale;

/** Values that no output may hold, in the places where everybody knows that they are secret. */
final class Secrets {

    /** No name, path or word of any input is like it. */
    static final String TEXT = "zXq7SecretVq9";

    /** What stands in files that are not part of an input; no output may hold it either. */
    static final String OUTSIDE = "kJ4OutsideWm8";

    private static final List<String> NAMES =
            List.of("password", "decryptionkey", "validationkey", "accountkey", "sharedaccesskey");
    private static final List<String> KEYS =
            List.of("SmtpPassword", "ApiKey", "ClientSecret", "Storage:AccountKey", "db-password", "AuthToken");
    private static final List<String> STRINGS = List.of(
            "Data Source=db;User ID=sa;Password=" + TEXT,
            "Server=db;Uid=sa;Pwd=" + TEXT + ";",
            "metadata=res://*;provider connection string=\"Data Source=db;Password=" + TEXT + ";App=x\"",
            "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=" + TEXT + "==",
            "Endpoint=sb://x/;SharedAccessKeyName=k;SharedAccessKey=" + TEXT + "=",
            "https://x.blob.example/c?sv=2022&sig=" + TEXT);

    private final Dice dice;

    Secrets(Dice dice) {
        this.dice = dice;
    }

    /** Hides some in a document. */
    void plant(Tag root) {
        for (Tag tag : root.all()) {
            for (Tag.Value value : tag.values) {
                if (NAMES.contains(value.name.toLowerCase(Locale.ROOT))) {
                    value.text = TEXT;
                }
            }
        }
        if (root.name.equals("configuration")) {
            root.children.add(dice.below(root.children.size() + 1), some());
        }
    }

    private Tag some() {
        Tag settings = new Tag("add", "key", dice.of(KEYS), "value", TEXT);
        Tag connection = new Tag("add", "name", "db", "connectionString", dice.of(STRINGS));
        Tag machineKey = new Tag("machineKey", "validationKey", TEXT, "decryptionKey", TEXT);
        Tag variable = new Tag("environmentVariable", "name", dice.of("DB_PASSWORD", "API_KEY"), "value", TEXT);
        Tag core = new Tag("aspNetCore", "processPath", "dotnet", "arguments", "app.dll --password " + TEXT);
        core.with(new Tag("environmentVariables").with(variable));
        return dice.of(
                new Tag("appSettings").with(settings),
                new Tag("connectionStrings").with(connection),
                new Tag("system.web").with(machineKey),
                new Tag("system.webServer").with(core));
    }
}
