package fairnotice.change.jdbc;

import static fairnotice.sql.Columns.instant;
import static fairnotice.sql.Columns.texts;

import fairnotice.access.Scope;
import fairnotice.change.ChangeState;
import fairnotice.change.Round;
import fairnotice.change.Track;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.refusal.Refused;
import fairnotice.sql.Locks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcVendorChanges implements VendorChanges {

    /** Who wrote the round {@code r} or an earlier one. */
    private static final String AUTHORS = """
            (select array_agg(distinct e.proposed_by) from vendor_change_round e
              where e.reference = r.reference and e.number <= r.number) as authors
            """;

    private static final String WHOLE = """
            select c.*, r.number, r.proposal, r.proposed_by, r.proposed_at, r.classification, r.review, r.announced_track,
            """ + AUTHORS + """
              from vendor_change c
              join vendor_change_round r on r.reference = c.reference and r.number = c.round
            """;

    private final JdbcClient jdbc;
    private final RoundJson json;

    JdbcVendorChanges(JdbcClient jdbc, RoundJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<VendorChange> find(String reference) {
        return jdbc.sql(WHOLE + " where c.reference = :reference")
                .param("reference", reference)
                .query(this::change)
                .optional();
    }

    @Override
    public VendorChange getByReference(String reference) {
        return find(reference).orElseThrow(() -> Refused.unknown("refused.unknown.change", reference));
    }

    @Override
    public VendorChange lock(String reference) {
        Locks.hold(jdbc, reference);
        return getByReference(reference);
    }

    @Override
    public String nextReference(String register, String prefix, int year) {
        int number = jdbc.sql("""
                        insert into vendor_change_number as n (register, year, last) values (:register, :year, 1)
                        on conflict (register, year) do update set last = n.last + 1
                        returning last""")
                .param("register", register)
                .param("year", year)
                .query(Integer.class)
                .single();
        return "%s-%d-%04d".formatted(prefix, year, number);
    }

    @Override
    public void add(VendorChange change) {
        jdbc.sql("""
                        insert into vendor_change (reference, register, state, round, created_at)
                        values (:reference, :register, :state, :round, :at)""")
                .param("reference", change.reference())
                .param("register", change.register())
                .param("state", change.state().name())
                .param("round", change.round().number())
                .param("at", change.round().proposedAt())
                .update();
        saveRound(change);
        claim(change);
    }

    @Override
    public void save(VendorChange change) {
        int kept = jdbc.sql("""
                        update vendor_change
                           set state = :state, round = :round, announced_at = :announcedAt, published_at = :publishedAt,
                               postponed_to = :postponedTo, updated_at = :updatedAt, version = version + 1
                         where reference = :reference and version = :version""")
                .param("state", change.state().name())
                .param("round", change.round().number())
                .param("announcedAt", change.announcedAt())
                .param("publishedAt", change.publishedAt())
                .param("postponedTo", change.postponedTo())
                .param("updatedAt", change.updatedAt())
                .param("reference", change.reference())
                .param("version", change.version())
                .update();
        if (kept == 0) {
            throw new OptimisticLockingFailureException(change.reference() + " was moved by somebody else");
        }
        saveRound(change);
        unclaim(change.reference());
        if (!change.state().isEnded()) {
            claim(change);
        }
    }

    @Override
    public List<VendorChange> recent(Scope within, int offset, int limit) {
        return jdbc.sql(WHOLE + """
                         where (:all or c.register = any(:registers::text[]))
                         order by c.created_at desc, c.reference desc offset :offset limit :limit""")
                .param("all", within.all())
                .param("registers", within.array())
                .param("offset", offset)
                .param("limit", limit)
                .query(this::change)
                .list();
    }

    @Override
    public Map<String, VendorChange> byReferences(Collection<String> references) {
        return jdbc
                .sql(WHOLE + " where c.reference = any(:references::text[])")
                .param("references", references.toArray(String[]::new))
                .query(this::change)
                .list()
                .stream()
                .collect(Collectors.toMap(VendorChange::reference, Function.identity()));
    }

    @Override
    public List<VendorChange> running() {
        return jdbc.sql(WHOLE + """
                         where c.state not in ('REJECTED', 'PUBLISHED', 'UNLISTED', 'WITHDRAWN')
                         order by c.created_at""").query(this::change).list();
    }

    @Override
    public List<String> withdrawnOrBeyond(Map<String, Integer> rounds) {
        return jdbc.sql("""
                        select c.reference
                          from vendor_change c join unnest(:references::text[], :rounds::int[]) as known (reference, round) using (reference)
                         where c.state = 'WITHDRAWN' or c.round > known.round
                        """)
                .param("references", rounds.keySet().toArray(String[]::new))
                .param("rounds", rounds.values().toArray(Integer[]::new))
                .query(String.class)
                .list();
    }

    @Override
    public List<String> in(Set<ChangeState> states) {
        return jdbc.sql("select reference from vendor_change where state = any(:states) order by created_at")
                .param("states", states.stream().map(ChangeState::name).toArray(String[]::new))
                .query(String.class)
                .list();
    }

    @Override
    public List<String> publishedSince(Instant since) {
        return jdbc.sql(
                        "select reference from vendor_change where state = 'PUBLISHED' and published_at >= :since order by created_at")
                .param("since", since)
                .query(String.class)
                .list();
    }

    @Override
    public List<VendorChange> publicSince(Instant since) {
        return jdbc.sql(WHOLE + """
                         where c.updated_at is not null
                           and (c.state not in ('REJECTED', 'PUBLISHED', 'UNLISTED', 'WITHDRAWN') or c.updated_at >= :since)
                         order by c.created_at""").param("since", since).query(this::change).list();
    }

    @Override
    public boolean isAnyPublic() {
        return jdbc.sql("select exists (select from vendor_change where updated_at is not null)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public Set<Track> announcedOfVendors(VendorChange change) {
        return jdbc.sql("""
                        select distinct e.review ->> 'track' as track
                          from vendor_change_round e join vendor_change t on t.reference = e.reference
                         where e.vendors && :vendors::text[] and e.review is not null and t.updated_at is not null
                           and t.register = :register and t.reference <> :reference
                           and not (t.state = 'PUBLISHED'
                                    and exists (select 1 from vendor_change_round f
                                                 where f.reference = t.reference and f.number = t.round and f.vendors && e.vendors))""")
                .param("vendors", change.proposal().vendors().toArray(String[]::new))
                .param("register", change.register())
                .param("reference", change.reference())
                .query((row, number) -> track(row.getString("track")))
                .set();
    }

    @Override
    public List<Round> rounds(String reference) {
        return jdbc.sql("select r.*, " + AUTHORS + """
                         from vendor_change_round r where r.reference = :reference order by r.number""")
                .param("reference", reference)
                .query(this::round)
                .list();
    }

    private void saveRound(VendorChange change) {
        Round round = change.round();
        jdbc.sql("""
                        insert into vendor_change_round
                               (reference, number, proposal, proposed_by, proposed_at, classification, review, announced_track, vendors)
                        values (:reference, :number, :proposal::jsonb, :by, :at, :classification::jsonb, :review::jsonb,
                                :announcedTrack, :vendors::text[])
                        on conflict (reference, number) do update
                           set proposal = excluded.proposal, classification = excluded.classification, review = excluded.review,
                               announced_track = excluded.announced_track, vendors = excluded.vendors""")
                .param("reference", change.reference())
                .param("number", round.number())
                .param("proposal", json.write(round.proposal()))
                .param("by", round.proposedBy())
                .param("at", round.proposedAt())
                .param("classification", json.write(round.classification()))
                .param("review", json.write(round.review()))
                .param("announcedTrack", round.announcedTrack())
                .param("vendors", round.proposal().vendors().toArray(String[]::new))
                .update();
    }

    private void claim(VendorChange change) {
        Set<String> names = change.proposal().claims();
        jdbc.sql("""
                        insert into vendor_change_claim (register, entry_key, reference)
                        select :register, unnest(:names::text[]), :reference
                        on conflict (register, entry_key) do nothing""")
                .param("register", change.register())
                .param("names", names.toArray(String[]::new))
                .param("reference", change.reference())
                .update();
        holderOtherThan(change, names).ifPresent(holder -> {
            throw Refused.conflict("refused.change.entry-claimed", holder);
        });
    }

    private Optional<String> holderOtherThan(VendorChange change, Set<String> names) {
        return jdbc.sql("""
                        select reference from vendor_change_claim
                         where register = :register and entry_key = any(:names::text[]) and reference <> :reference limit 1""")
                .param("register", change.register())
                .param("names", names.toArray(String[]::new))
                .param("reference", change.reference())
                .query(String.class)
                .optional();
    }

    private void unclaim(String reference) {
        jdbc.sql("delete from vendor_change_claim where reference = :reference")
                .param("reference", reference)
                .update();
    }

    private VendorChange change(ResultSet row, int number) throws SQLException {
        return new VendorChange(
                row.getString("reference"),
                row.getString("register"),
                ChangeState.valueOf(row.getString("state")),
                round(row, number),
                instant(row, "announced_at"),
                instant(row, "published_at"),
                row.getObject("postponed_to", LocalDate.class),
                instant(row, "updated_at"),
                row.getInt("version"));
    }

    private Round round(ResultSet row, int number) throws SQLException {
        return json.round(
                row.getInt("number"),
                row.getString("proposal"),
                row.getString("proposed_by"),
                Set.copyOf(texts(row, "authors")),
                instant(row, "proposed_at"),
                row.getString("classification"),
                row.getString("review"),
                track(row.getString("announced_track")));
    }

    private static Track track(String name) {
        return name == null ? null : Track.valueOf(name);
    }
}
