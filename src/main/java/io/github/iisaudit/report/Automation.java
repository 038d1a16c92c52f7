package io.github.iisaudit.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The automated run that a SARIF file belongs to.
 *
 * @param id SARIF's {@code automationDetails.id}
 * @param properties what Azure DevOps wants to know of its pipeline; empty elsewhere
 * @param takesAbsent whether what reads the file can tell results that are gone from others: code scanning of GitHub shows
 *     every result as an open alert
 */
public record Automation(String id, Map<String, String> properties, boolean takesAbsent) {

    private static final String PIPELINE = "azuredevops/pipeline/build/";

    /** The environment variables of Azure Pipelines by the properties that Advanced Security takes them under. */
    private static final Map<String, String> VARIABLES = new LinkedHashMap<>();

    static {
        VARIABLES.put("buildDefinitionId", "SYSTEM_DEFINITIONID");
        VARIABLES.put("buildDefinitionName", "BUILD_DEFINITIONNAME");
        VARIABLES.put("phaseId", "SYSTEM_PHASEID");
        VARIABLES.put("phaseName", "SYSTEM_PHASENAME");
    }

    /**
     * A run that is no part of anything. Advanced Security takes no file without the ids of a pipeline, and a file made by hand
     * may be handed to it, so the ids are there and say {@code local}.
     */
    public static final Automation NONE = local();

    /** Organization, project, definition, phase, branch and run, in the order of the id. */
    private static final List<String> NAMES = List.of(
            "SYSTEM_COLLECTIONURI",
            "SYSTEM_TEAMPROJECTID",
            "SYSTEM_DEFINITIONID",
            "SYSTEM_PHASEID",
            "BUILD_SOURCEBRANCH",
            "BUILD_BUILDID");

    /** The run that these environment variables tell of; {@link #NONE} unless they are those of Azure Pipelines or GitHub. */
    public static Automation of(Map<String, String> environment) {
        boolean isPipeline = "True".equalsIgnoreCase(environment.getOrDefault("TF_BUILD", ""))
                && environment.keySet().containsAll(VARIABLES.values())
                && environment.keySet().containsAll(NAMES);
        if (!isPipeline) {
            boolean isGithub = "true".equals(environment.get("GITHUB_ACTIONS"));
            return isGithub ? new Automation(NONE.id, NONE.properties, false) : NONE;
        }
        List<String> id = new ArrayList<>();
        for (String name : NAMES) {
            String value = environment.getOrDefault(name, "").replaceFirst("/+$", "");
            boolean isUri = name.equals("SYSTEM_COLLECTIONURI");
            id.add(ArtifactUri.encode(isUri ? value.substring(value.lastIndexOf('/') + 1) : value));
        }
        Map<String, String> properties = new LinkedHashMap<>();
        VARIABLES.forEach((key, name) -> properties.put(PIPELINE + key, environment.getOrDefault(name, "")));
        return new Automation(PIPELINE + String.join("/", id), properties, true);
    }

    /** The UUID of version 3 for iisaudit/local: a phase must be some GUID. */
    private static final String LOCAL_PHASE = "de1adbfc-f8a9-3f30-a143-73483e2cd90f";

    /** -1 is Advanced Security's own sign for a run without a saved definition. */
    private static Automation local() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(PIPELINE + "buildDefinitionId", "-1");
        properties.put(PIPELINE + "buildDefinitionName", "iisaudit");
        properties.put(PIPELINE + "phaseId", LOCAL_PHASE);
        properties.put(PIPELINE + "phaseName", "local");
        return new Automation(PIPELINE + "local/iisaudit/-1/" + LOCAL_PHASE + "/local/local", properties, true);
    }
}
