package io.github.iisaudit.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class JobArgumentsTest {

    @Test
    void pathsAndFoldersOfRulesComeInAnyOrder() throws Exception {
        assertThat(JobArguments.of("--rules", "a", "s3a://bucket/in/", "--rules=b", "/out"))
                .isEqualTo(new JobArguments("s3a://bucket/in", "/out", List.of("a", "b")));
        assertThat(JobArguments.of("s3a://bucket/", "/").input()).isEqualTo("s3a://bucket");
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        assertThatThrownBy(() -> JobArguments.of("in")).hasMessageStartingWith("1 paths were given (usage: FleetJob");
        assertThatThrownBy(() -> JobArguments.of("in", "out", "--what")).hasMessageContaining("unknown option");
        assertThatThrownBy(() -> JobArguments.of("in", "out", "--rules")).hasMessageContaining("without a value");
        assertThatThrownBy(() -> JobArguments.of("in", "")).hasMessageContaining("empty");
    }
}
