package fairnotice.web.site;

import fairnotice.publisher.Publisher;
import fairnotice.publisher.ReadingPublisher;
import fairnotice.register.Register;
import fairnotice.register.RegisterVersion;
import fairnotice.register.RegisterVersions;
import fairnotice.register.Registers;
import fairnotice.web.Banner;
import fairnotice.web.NoSuchPage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the public pages show of a register now; all of it is answered from memory. */
@Component
class Published {

    private final Registers registers;
    private final RegisterVersions versions;
    private final ObjectProvider<ToldChanges> told;
    private final ObjectProvider<Banner> banner;
    private final ObjectProvider<ReadingPublisher> publisher;
    private final Clock clock;

    Published(
            Registers registers,
            RegisterVersions versions,
            ObjectProvider<ToldChanges> told,
            ObjectProvider<Banner> banner,
            ObjectProvider<ReadingPublisher> publisher,
            Clock clock) {
        this.registers = registers;
        this.versions = versions;
        this.told = told;
        this.banner = banner;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Everything that a rendering of a list depends on: two equal states render to the same bytes. */
    record State(Register register, int version, long told, LocalDate today, String banner, Publisher publisher) {}

    List<Register> registers() {
        return registers.all();
    }

    Register register(String id) {
        return registers.find(id).orElseThrow(() -> new NoSuchPage());
    }

    State state(Register register) {
        return new State(
                register,
                versions.current(register.id()).number(),
                changes().revision(register.id()),
                today(register),
                banner.stream().findFirst().flatMap(Banner::text).orElse(null),
                publisher.stream().findFirst().map(ReadingPublisher::publisher).orElse(Publisher.UNSET));
    }

    ListView list(Register register) {
        return ListView.of(register, versions.current(register.id()), changes().of(register.id()), today(register));
    }

    RegisterVersion current(Register register) {
        return versions.current(register.id());
    }

    /** The list as it was published under that number; the history as far back as it went then. */
    RegisterVersion version(Register register, int number) {
        return Optional.of(number)
                .flatMap(n -> versions.number(register.id(), n))
                .orElseThrow(() -> new NoSuchPage());
    }

    List<RegisterVersion> versions(Register register) {
        return versions.all(register.id());
    }

    private ToldChanges changes() {
        return told.getIfAvailable(() -> ToldChanges.NONE);
    }

    private LocalDate today(Register register) {
        return LocalDate.ofInstant(clock.instant(), register.zone());
    }
}
