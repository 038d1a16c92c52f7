package io.github.iisaudit.config;

import io.github.iisaudit.config.Declarations.Declaration;
import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.config.LayerReader.HostFacts;
import io.github.iisaudit.config.SectionState.Lock;
import io.github.iisaudit.xml.LocatedAttribute;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.Span;
import org.dom4j.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * One file writes one section for one path: may it, and what is the section afterwards? The checks stand in the order in which
 * they are made.
 */
final class SectionWriter {

    private static final String[] MODE_ATTRIBUTES = {"overrideMode", "allowOverride"};

    private final Schema schema;
    private final SectionFiles external;

    /** @param external where configSource files are looked up */
    SectionWriter(HostFacts host, SectionFiles external) {
        this.schema = host.schema();
        this.external = external;
    }

    /** The section after the write; with an error where IIS refuses it. */
    SectionState write(SectionState before, SectionWrite write) {
        if (before.isSettled()) {
            return before;
        }
        try {
            if (schema.section(write.section()) == null && write.section().startsWith(AspNetSections.GROUP)) {
                refuseBeyondApplication(write);
                return before;
            }
            refuseRepeated(write);
            SectionState state = before;
            if (write.layer().declarations() != null) {
                Declaration declaration =
                        write.layer().declarations().find(write.section()).orElse(null);
                if (declaration != null) {
                    refuseMisplaced(write, declaration);
                }
            }
            refuseBeyondApplication(write);
            state = passLock(state, write);
            if (state.isSettled()) {
                return state;
            }
            return lockAfter(merged(state, write), write);
        } catch (Refusal refusal) {
            return before.refused(refusal.at(write.element()));
        }
    }

    private static void refuseRepeated(SectionWrite write) throws Refusal {
        LocatedElement second = write.repeated();
        if (second != null) {
            throw Refusal.of(
                            ErrorKind.DUPLICATE_SECTION,
                            "the section " + write.section() + " stands twice in this file for the same path")
                    .at(second);
        }
    }

    /**
     * allowDefinition: Everywhere, MachineToApplication (applicationHost.config and the web.config of an application's root),
     * AppHostOnly and the machine-wide ones. allowLocation="false" forbids the section inside location tags.
     *
     * @see <a href="https://learn.microsoft.com/iis/wmi-provider/sectioninformation-class">SectionInformation</a>
     */
    private static void refuseMisplaced(SectionWrite write, Declaration declaration) throws Refusal {
        boolean isLegal = write.layer().isHost()
                || switch (declaration.allowDefinition()) {
                    case "Everywhere" -> true;
                    case "MachineToApplication" -> write.isApplicationRoot();
                    default -> false;
                };
        if (!isLegal) {
            throw Refusal.of(
                            ErrorKind.DEFINITION_NOT_ALLOWED,
                            "the section may not stand in this file: it is declared with allowDefinition=\""
                                    + declaration.allowDefinition() + "\"")
                    .lockedBy(attribute(declaration.element(), "allowDefinition"));
        }
        if (write.block().location() != null && !declaration.allowsLocation()) {
            throw Refusal.of(
                            ErrorKind.LOCATION_NOT_ALLOWED,
                            "the section may not stand in a location tag: it is declared with allowLocation=\"false\"")
                    .lockedBy(attribute(declaration.element(), "allowLocation"));
        }
    }

    /**
     * machine.config declares some sections of ASP.NET for application roots and above; native IIS does not look at them.
     *
     * @see <a href="https://learn.microsoft.com/previous-versions/dotnet/netframework-4.0/532aee0e(v=vs.100)">authentication
     *     of ASP.NET</a>
     */
    private static void refuseBeyondApplication(SectionWrite write) throws Refusal {
        boolean isBelow = !write.layer().isHost() && !write.isForApplication();
        if (!write.layer().isHost() && AspNetSections.isForMachines(write.section())) {
            throw Refusal.of(
                    ErrorKind.MACHINE_ONLY,
                    "this section may stand in machine.config and the web.config beside it only, and not in those of a"
                            + " site (allowDefinition in machine.config)");
        }
        if (isBelow && AspNetSections.isForApplications(write.section())) {
            throw Refusal.of(
                    ErrorKind.BEYOND_APPLICATION,
                    "this section may stand " + (write.isApplicationRoot() ? "for" : "at the root of")
                            + " an application or above it, and not " + (write.isApplicationRoot() ? "for" : "in")
                            + " a folder or virtual directory below (allowDefinition=\"MachineToApplication\" in"
                            + " machine.config)");
        }
    }

    /**
     * A lock binds the files below the one that sets it; what is in a location tag counts as written by its file. A lower file
     * that locks a path below which an upper file unlocks is illegal: Microsoft documents that conflict as an error.
     */
    private static SectionState passLock(SectionState state, SectionWrite write) throws Refusal {
        Lock lock = state.lock();
        int depth = write.layer().depth();
        if (lock.doubt() != null && lock.depth() < depth) {
            throw Refusal.unknown(lock.doubt());
        }
        if (lock.isLocked() && lock.depth() > depth && write.block().mode() == OverrideMode.INHERIT) {
            throw Refusal.unknown("a file between locks the section, and what IIS makes of an upper file's location tag"
                    + " below that lock is not documented");
        }
        boolean isUnlockingBelow =
                lock.isLocked() && lock.depth() > depth && write.block().mode() == OverrideMode.ALLOW;
        if (isUnlockingBelow || (lock.isLocked() && lock.depth() < depth)) {
            return locked(state, write, lock);
        }
        Lock item = itemLock(state, write.layer().isAssumed());
        if (item == null || item.depth() >= depth) {
            return state;
        }
        if (item.doubt() != null) {
            throw Refusal.unknown(item.doubt());
        }
        return locked(state, write, item);
    }

    /** lockItem="true" on the section element locks the section for the files below. */
    private static @Nullable Lock itemLock(SectionState state, boolean isAssumed) {
        GranularLocks.Lock item = state.values().itemLock();
        return item == null
                ? null
                : new Lock(
                        item.doubt() == null, item.depth(), item.span(), isAssumed && item.depth() == 0, item.doubt());
    }

    private static SectionState locked(SectionState state, SectionWrite write, Lock lock) {
        ConfigError error = new ConfigError(
                ErrorKind.SECTION_LOCKED,
                "the section " + write.section() + " is locked above and may not be written here",
                write.element(),
                null,
                lock.span());
        return lock.isAssumed() ? state.assuming(error) : state.failing(error);
    }

    private SectionState merged(SectionState state, SectionWrite write) throws Refusal {
        ElementState values = state.values();
        ElementSchema known = schema.section(write.section());
        if (write.element().attribute("configProtectionProvider") != null) {
            throw Refusal.of(
                            ErrorKind.ENCRYPTED_SECTION,
                            "IIS does not support encrypted sections (configProtectionProvider)")
                    .at(write.element(), (LocatedAttribute) write.element().attribute("configProtectionProvider"));
        }
        if (known == null) {
            return state.with(values.open(write.element())
                    .with(
                            values.locks(),
                            GranularLocks.item(write.element(), write.layer().depth())));
        }
        Attribute configSource = write.element().attribute("configSource");
        LocatedElement body = configSource == null || write.layer().isHost()
                ? write.element()
                : external.body(write, (LocatedAttribute) configSource);
        if (!write.layer().isAssumed()) {
            return state.with(new Merge(write.layer().depth(), Tolerance.NONE).lay(body, values, known));
        }
        Tolerance.OfAssumedHost tolerance = new Tolerance.OfAssumedHost();
        SectionState merged = state.with(new Merge(write.layer().depth(), tolerance).lay(body, values, known));
        Refusal kept = tolerance.kept();
        return kept == null ? merged : kept.error().map(merged::assuming).orElse(merged);
    }

    private static SectionState lockAfter(SectionState state, SectionWrite write) {
        Block block = write.block();
        if (block.location() == null || (block.mode() == OverrideMode.INHERIT && block.modeDoubt() == null)) {
            return state;
        }
        boolean isLocked = block.mode() == OverrideMode.DENY;
        return state.with(new Lock(
                isLocked,
                write.layer().depth(),
                span(block.location()),
                write.layer().isAssumed() && write.layer().isHost(),
                block.modeDoubt()));
    }

    private static Span span(LocatedElement location) {
        for (String name : MODE_ATTRIBUTES) {
            Span span = attribute(location, name);
            if (span != null) {
                return span;
            }
        }
        return location.nameSpan();
    }

    static @Nullable Span attribute(LocatedElement element, String name) {
        LocatedAttribute attribute = (LocatedAttribute) element.attribute(name);
        return attribute == null ? null : attribute.span();
    }
}
