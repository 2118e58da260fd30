package fairnotice;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Service;

/**
 * What a feature offers to the house is used by the house: every public verb of a use case is called by a face, the process, another
 * feature, or what the feature is reached by (its mailbox, its files). A verb that only the demo uses has no caller in production.
 */
class EveryUseCaseHasACallerTest {

    /** Keys and a contact's address: their pages are not built yet, and the demo and tests alone use them. */
    private static final Set<String> WAITING_FOR_THEIR_PAGES =
            Set.of("RotatingLinkKey.rotate", "CorrectingContact.correct");

    /** A step of ElectingTermination, and one of SettingUp, which stories and the demo take on their own. */
    private static final Set<String> TAKEN_BY_STORIES = Set.of("RecordingElection.record", "CreatingStaffAccount.hire");

    @Test
    void every_public_verb_of_a_use_case_is_called_from_outside_its_feature() {
        List<JavaMethod> verbs = verbs().toList();
        assertThat(verbs).as("public verbs of use cases").hasSizeGreaterThan(60);

        List<String> uncalled = verbs.stream()
                .filter(verb -> !hasCaller(verb))
                .map(EveryUseCaseHasACallerTest::name)
                .toList();

        assertThat(uncalled)
                .as("verbs without a caller; one that is not found has a caller now, so take it off its list")
                .containsExactlyInAnyOrderElementsOf(Stream.of(WAITING_FOR_THEIR_PAGES, TAKEN_BY_STORIES)
                        .flatMap(Set::stream)
                        .toList());
    }

    @Test
    void a_use_case_without_a_caller_is_found() {
        JavaClasses alone = new ClassFileImporter().importClasses(Unused.class);

        assertThat(alone.stream().flatMap(EveryUseCaseHasACallerTest::verbs).filter(verb -> !hasCaller(verb)))
                .extracting(JavaMethod::getName)
                .containsExactly("neverCalled");
    }

    /** In the root of a feature: what stores, sends and shows has other rules. */
    private static Stream<JavaMethod> verbs() {
        return StructureTest.HOUSE.that(resideInAPackage("fairnotice.*")).stream()
                .filter(type -> !type.getPackageName().matches("fairnotice\\.(process|web|embedded|demo)"))
                .sorted(Comparator.comparing(JavaClass::getName))
                .flatMap(EveryUseCaseHasACallerTest::verbs);
    }

    /** What implements a port is called by the port's name, whoever calls it. */
    private static Stream<JavaMethod> verbs(JavaClass type) {
        boolean useCase =
                type.isAnnotatedWith(Service.class) && type.getModifiers().contains(JavaModifier.PUBLIC);
        return !useCase
                ? Stream.empty()
                : type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(method -> !implementsAPort(type, method));
    }

    private static boolean implementsAPort(JavaClass type, JavaMethod method) {
        String[] parameters =
                method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        return type.getAllRawInterfaces().stream()
                .anyMatch(
                        port -> port.tryGetMethod(method.getName(), parameters).isPresent());
    }

    private static boolean hasCaller(JavaMethod verb) {
        return verb.getAccessesToSelf().stream()
                .map(JavaAccess::getOriginOwner)
                .map(JavaClass::getPackageName)
                .anyMatch(caller ->
                        !caller.equals(verb.getOwner().getPackageName()) && !caller.startsWith("fairnotice.demo"));
    }

    private static String name(JavaMethod verb) {
        return verb.getOwner().getSimpleName() + "." + verb.getName();
    }

    @Service
    public static class Unused {

        public void neverCalled() {}
    }
}
