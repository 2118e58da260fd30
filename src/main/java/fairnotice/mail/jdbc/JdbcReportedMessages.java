package fairnotice.mail.jdbc;

import fairnotice.mail.Report;
import fairnotice.mail.ReportedMessages;
import fairnotice.mail.smtp.MessageId;
import fairnotice.mail.smtp.MessageId.Place;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Moves messages by reports; the outcome waits for the owner until its batch was reported, whichever comes first. */
@Repository
class JdbcReportedMessages implements ReportedMessages {

    private final JdbcClient jdbc;

    JdbcReportedMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean apply(Report report, Instant at) {
        return MessageId.in(report.message())
                .flatMap(this::ours)
                .map(message -> move(message, report, at))
                .isPresent();
    }

    private Optional<Place> ours(MessageId id) {
        return id.stated().map(this::secret).orElseGet(() -> secret(id.label())).flatMap(id::provenBy);
    }

    private Optional<UUID> secret(String label) {
        return jdbc.sql("select secret from mailing where label = :label")
                .param("label", label)
                .query(UUID.class)
                .optional();
    }

    private Optional<UUID> secret(Place message) {
        return jdbc.sql("""
                        select g.secret from mail_message m join mailing g on g.id = m.mailing
                        where m.batch = :batch and m.ordinal = :ordinal
                        """)
                .param("batch", message.batch())
                .param("ordinal", message.ordinal())
                .query(UUID.class)
                .optional();
    }

    /** A bounce may follow a delivery (a mailbox that forwards), never the other way round. */
    private Place move(Place message, Report report, Instant at) {
        jdbc.sql("""
                        with moved as (
                            update mail_message
                               set handed_over_at = case when state = 'HANDED_OVER' then at else handed_over_at end,
                                   state = :state, reply = :reply, at = :at
                            where batch = :batch and ordinal = :ordinal
                              and (state in ('PENDING', 'HANDED_OVER', 'DEFERRED')
                                   or state = 'DELIVERED' and :state = 'BOUNCED')
                            returning batch, ordinal, state, reply, at, handed_over_at),
                        no_longer_deferred as (
                            delete from mail_deferred d using moved m where d.batch = m.batch and d.ordinal = m.ordinal)
                        insert into mail_late (batch, ordinal, state, reply, at, handed_over_at)
                        select batch, ordinal, state, reply, at, handed_over_at from moved
                        """)
                .param("batch", message.batch())
                .param("ordinal", message.ordinal())
                .param("state", report.state().name())
                .param("reply", report.diagnostic())
                .param("at", at)
                .update();
        return message;
    }
}
