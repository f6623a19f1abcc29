package dev.clew;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Layers point one way. */
class LayersTest {
    private static final JavaClasses CLEW = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.clew");

    private static final String[] SHARED = {"dev.clew.plugins.async..", "dev.clew.plugins.langchain4jtypes", "dev.clew.plugins.springaitypes"};

    @Test
    void pluginsKnowHooksTracesAndContextAlone() {
        noClasses().that().resideInAPackage("..plugins..").should().dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.clew.agent..", "dev.clew.weave..", "dev.clew.journal..", "dev.clew.read..", "dev.clew.cli..",
                        "dev.clew.capture..", "io.opentelemetry..", "com.fasterxml..", "org.objectweb..")
                .check(CLEW);
    }

    @Test
    void pluginsAreClosedAndDoNotKnowEachOther() {
        classes().that().resideInAPackage("..plugins..").and().resideOutsideOfPackages(SHARED)
                .should().notHaveModifier(JavaModifier.PUBLIC).check(CLEW);
        com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices()
                .matching("dev.clew.plugins.(*)..").should().notDependOnEachOther()
                // what they have in common
                .ignoreDependency(alwaysTrue(), resideInAPackage("dev.clew.plugins.async.."))
                .ignoreDependency(nameStartingWith("dev.clew.plugins.langchain4j"), resideInAPackage("dev.clew.plugins.langchain4jtypes"))
                .ignoreDependency(
                        resideInAPackage("dev.clew.plugins.quarkuslangchain4j"), resideInAPackage("dev.clew.plugins.langchain4jtypes"))
                .ignoreDependency(nameStartingWith("dev.clew.plugins.springai"), resideInAPackage("dev.clew.plugins.springaitypes"))
                .check(CLEW);
    }

    @Test
    void evidenceDoesNotKnowUnderstanding() {
        noClasses().that().resideInAnyPackage(
                        "dev.clew.agent..", "dev.clew.weave..", "dev.clew.hook..", "dev.clew.trace..", "dev.clew.context..",
                        "dev.clew.capture..", "dev.clew.journal..", "dev.clew.wire..", "..plugins..")
                .should().dependOnClassesThat().resideInAnyPackage("dev.clew.read..", "dev.clew.cli..")
                .check(CLEW);
    }

    @Test
    void theReaderNeedsNothingOfTheAgent() {
        noClasses().that().resideInAPackage("dev.clew.read..").should().dependOnClassesThat()
                .resideInAnyPackage("dev.clew.weave..", "dev.clew.trace..", "dev.clew.cli..", "..plugins..")
                .check(CLEW);
    }

    @Test
    void commandsKnowTheirPrintersAndNotTheOtherWayRound() {
        noClasses().that().resideInAnyPackage("dev.clew.cli.*..").should().dependOnClassesThat().resideInAPackage("dev.clew.cli").check(CLEW);
        noClasses().that().resideInAPackage("dev.clew.cli.screen").should().dependOnClassesThat()
                .resideInAnyPackage("dev.clew.cli.text", "dev.clew.cli.diff", "dev.clew.cli.why", "dev.clew.cli.stamps").check(CLEW);
    }

    @Test
    void theRestOfTheCoreIsBuiltFromTheBottomUp() {
        noClasses().that().resideInAPackage("dev.clew.context..").should().dependOnClassesThat()
                .resideInAnyPackage("dev.clew.trace..", "dev.clew.weave..", "dev.clew.capture..").check(CLEW);
        noClasses().that().resideInAPackage("dev.clew.capture..").should().dependOnClassesThat()
                .resideInAnyPackage("dev.clew.trace..", "dev.clew.weave..", "dev.clew.journal..").check(CLEW);
        noClasses().that().resideInAPackage("dev.clew.weave..").should().dependOnClassesThat()
                .resideInAnyPackage("dev.clew.trace..", "dev.clew.journal..").check(CLEW);
        noClasses().that().resideInAPackage("dev.clew.hook..").should().dependOnClassesThat()
                .resideInAnyPackage("dev.clew.trace..", "dev.clew.weave..").check(CLEW);
    }

    /** Hooks run on the application's threads: what texts have in common, and how sure they are, is none of their business. */
    @Test
    void hooksReadNoTextsAndHashNone() {
        noClasses().that().resideInAPackage("..plugins..").should().dependOnClassesThat()
                .resideInAnyPackage("dev.clew.flow..", "dev.clew.confidence..").check(CLEW);
        noClasses().that().resideInAPackage("..plugins..").should().dependOnClassesThat(
                        resideInAPackage("dev.clew.stamp..").and(com.tngtech.archunit.base.DescribedPredicate.not(
                                nameStartingWith("dev.clew.stamp.Templates"))))
                .check(CLEW);
        noClasses().that().resideInAnyPackage("dev.clew.flow..", "dev.clew.confidence..", "dev.clew.stamp..").should().dependOnClassesThat()
                .resideInAnyPackage("dev.clew.trace..", "dev.clew.weave..", "dev.clew.journal..", "..plugins..").check(CLEW);
    }

    /** The launcher is loaded in every JVM, whatever it runs. */
    @Test
    void theLauncherTouchesNoLoggingNoNio2NoJmxAndNoRegex() {
        noClasses().that().haveNameMatching("dev\\.clew\\.agent\\.(Agent|AgentLoader|Gate|GateNames|Stderr|Supers)(\\$.*)?")
                .should().dependOnClassesThat().resideInAnyPackage(
                        "java.util.logging..", "java.nio.file..", "java.lang.management..", "javax.management..",
                        "java.util.regex..", "java.util.stream..")
                .check(CLEW);
    }
}
