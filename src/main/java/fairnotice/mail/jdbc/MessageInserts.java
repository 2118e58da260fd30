package fairnotice.mail.jdbc;

import fairnotice.access.Link;
import fairnotice.mail.Outgoing;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds a page of messages: one insert for its batches, one for its messages. */
class MessageInserts {

    /** A batch of so many is as good as a letter, and goes before larger ones. */
    private static final int FEW = 20;

    private final JdbcClient jdbc;
    private final int batchSize;

    MessageInserts(JdbcClient jdbc, int batchSize) {
        this.jdbc = jdbc;
        this.batchSize = batchSize;
    }

    void insert(long mailing, List<Outgoing> page) {
        List<Long> batches = batches(mailing, page.size());
        int inserted = messages(mailing, page, batches, batchSize);
        if (inserted < page.size()) {
            dropEmpty(batches);
        }
    }

    /** All in one batch that is there already. */
    void insertInto(long batch, long mailing, List<Outgoing> letters) {
        messages(mailing, letters, List.of(batch), letters.size());
    }

    private List<Long> batches(long mailing, int messages) {
        return jdbc.sql("""
                        insert into mail_batch (mailing, size, urgency)
                        select g.id, least(:batchSize, :messages - first),
                               case when g.kind = 'NEWSLETTER' then 2 when least(:batchSize, :messages - first) > :few then 1 else 0 end
                        from mailing g, generate_series(0, :messages - 1, :batchSize) as first
                        where g.id = :mailing
                        order by first
                        returning id
                        """)
                .param("mailing", mailing)
                .param("messages", messages)
                .param("batchSize", batchSize)
                .param("few", FEW)
                .query(Long.class)
                .list();
    }

    /**
     * Who is already written to is left out, so that a page may be appended again. In a thread each message names the first that its
     * recipient got there; the first in a thread that follows another, what began that one. Who got nothing there, but was written to in
     * threads that follow it, is named what began the newest of these. A message is in its recipient's language where the mailing has a
     * letter in it, and in English where it has none.
     */
    private int messages(long mailing, List<Outgoing> page, List<Long> batches, int perBatch) {
        return jdbc.sql("""
                        insert into mail_message (mailing, batch, ordinal, party, contact, address, name, fields,
                                                  link_purpose, link_subject, link_holder, link_epoch,
                                                  first_mailing, first_batch, first_ordinal, answers, language)
                        select :mailing, t.batch, t.ordinal, t.party, t.contact, t.address, t.name, cast(t.fields as jsonb),
                               t.purpose, t.subject, t.holder, t.epoch, first.mailing, first.batch, first.ordinal,
                               t.answers, coalesce(written.language, 'en')
                        from unnest(:batches, :ordinals, :parties, :contacts, :addresses, :names, :fields,
                                    :purposes, :subjects, :holders, :epochs, :answers, :languages)
                            as t (batch, ordinal, party, contact, address, name, fields, purpose, subject, holder, epoch, answers, language)
                             left join mail_translation written on written.mailing = :mailing and written.language = t.language
                             left join lateral (
                                 select coalesce(m.first_mailing, m.mailing) as mailing, coalesce(m.first_batch, m.batch) as batch,
                                        coalesce(m.first_ordinal, m.ordinal) as ordinal
                                 from (
                                     select case when earlier.thread = own.thread then 1 else 2 end as nearness,
                                            earlier.id as nearest, earlier.id,
                                            case when earlier.thread = own.thread then t.party else own.follows_party end as party
                                     from mailing own
                                          join mailing earlier
                                              on earlier.thread in (own.thread, own.follows_thread) and earlier.id < own.id
                                     where own.id = :mailing
                                     union all
                                     select 3, -later.id, later.id, null
                                     from mailing own
                                          join mailing later on later.follows_thread = own.thread and later.follows_party = t.party
                                              and later.id < own.id
                                     where own.id = :mailing) said
                                      join mail_message m on m.mailing = said.id
                                 where lower(m.address) = lower(t.address) and m.party = coalesce(said.party, m.party)
                                 order by said.nearness, said.nearest
                                 limit 1) first on true
                        on conflict (mailing, lower(address), party) do nothing
                        """)
                .param("mailing", mailing)
                .param("batches", ordinals(page, i -> batches.get(i / perBatch), Long[]::new))
                .param("ordinals", ordinals(page, i -> i % perBatch + 1, Integer[]::new))
                .param("parties", column(page, Outgoing::party, Long[]::new))
                .param("contacts", column(page, Outgoing::contact, Long[]::new))
                .param("addresses", column(page, o -> MessageRows.storable(o.address()), String[]::new))
                .param("names", column(page, o -> MessageRows.storable(o.name()), String[]::new))
                .param("fields", column(page, o -> MessageRows.json(o.fields()), String[]::new))
                .param("purposes", links(page, link -> link.purpose().name(), String[]::new))
                .param("subjects", links(page, Link::subject, Long[]::new))
                .param("holders", links(page, Link::holder, Long[]::new))
                .param("epochs", links(page, Link::epoch, Integer[]::new))
                .param("answers", column(page, Outgoing::answers, String[]::new))
                .param("languages", column(page, o -> o.language().code(), String[]::new))
                .update();
    }

    private void dropEmpty(List<Long> batches) {
        jdbc.sql("""
                        delete from mail_batch b where b.id = any(:batches)
                          and not exists (select from mail_message m where m.batch = b.id)
                        """).param("batches", batches.toArray(Long[]::new)).update();
    }

    private static <T> T[] ordinals(List<Outgoing> page, IntFunction<T> value, IntFunction<T[]> array) {
        return IntStream.range(0, page.size()).mapToObj(value).toArray(array);
    }

    private static <T> T[] links(List<Outgoing> page, Function<Link, T> value, IntFunction<T[]> array) {
        return column(page, o -> o.link() == null ? null : value.apply(o.link()), array);
    }

    private static <T> T[] column(List<Outgoing> page, Function<Outgoing, T> value, IntFunction<T[]> array) {
        return page.stream().map(value).toArray(array);
    }
}
