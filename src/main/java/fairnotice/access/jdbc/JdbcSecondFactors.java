package fairnotice.access.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.access.Role;
import fairnotice.access.SecondFactor;
import fairnotice.access.SecondFactors;
import fairnotice.access.Staff;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.EnumUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSecondFactors implements SecondFactors {

    /** Who has to have one. */
    enum Required {
        NOBODY,
        ADMINISTRATORS,
        EVERYBODY;

        static Required of(String setting) {
            Required required = EnumUtils.getEnumIgnoreCase(Required.class, setting.strip());
            if (required == null) {
                throw new IllegalArgumentException(
                        "fairnotice.sign-in.second-factor is nobody, administrators or everybody, not " + setting);
            }
            return required;
        }
    }

    private final JdbcClient jdbc;
    private final Required required;

    JdbcSecondFactors(JdbcClient jdbc, @Value("${fairnotice.sign-in.second-factor:nobody}") String required) {
        this.jdbc = jdbc;
        this.required = Required.of(required);
    }

    @Override
    public Optional<SecondFactor> find(String username) {
        return jdbc.sql("""
                select f.username, f.secret, f.since,
                       (select count(*) from recovery_code c where c.username = f.username and c.used_at is null) as codes
                from second_factor f where f.username = :username
                """)
                .param("username", username)
                .query((row, number) -> new SecondFactor(
                        row.getString("username"), row.getString("secret"), instant(row, "since"), row.getInt("codes")))
                .optional();
    }

    @Override
    public boolean add(String username, String sealed, long step, List<String> digests) {
        boolean added = jdbc.sql("""
                insert into second_factor (username, secret, last_step) values (:username, :secret, :step)
                on conflict (username) do nothing
                """)
                        .param("username", username)
                        .param("secret", sealed)
                        .param("step", step)
                        .update()
                == 1;
        if (added) {
            insert(username, digests);
        }
        return added;
    }

    private void insert(String username, List<String> digests) {
        jdbc.sql("insert into recovery_code (username, digest) select :username, unnest(:digests::text[])")
                .param("username", username)
                .param("digests", digests.toArray(String[]::new))
                .update();
    }

    @Override
    public boolean remove(String username) {
        return jdbc.sql("delete from second_factor where username = :username")
                        .param("username", username)
                        .update()
                == 1;
    }

    @Override
    public boolean use(String username, long step) {
        return jdbc.sql("update second_factor set last_step = :step where username = :username and last_step < :step")
                        .param("username", username)
                        .param("step", step)
                        .update()
                == 1;
    }

    @Override
    public boolean useRecoveryCode(String username, String digest) {
        return jdbc.sql("""
                update recovery_code set used_at = now()
                where username = :username and digest = :digest and used_at is null
                """).param("username", username).param("digest", digest).update() == 1;
    }

    @Override
    public void replaceRecoveryCodes(String username, List<String> digests) {
        jdbc.sql("delete from recovery_code where username = :username")
                .param("username", username)
                .update();
        insert(username, digests);
    }

    @Override
    public boolean isRequiredOf(Staff staff) {
        return switch (required) {
            case NOBODY -> false;
            case ADMINISTRATORS -> staff.roles().contains(Role.ADMIN);
            case EVERYBODY -> true;
        };
    }
}
