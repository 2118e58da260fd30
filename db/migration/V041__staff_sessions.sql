-- Sessions of staff, which all nodes share and a restart does not end. Names and types are those that Spring Session JDBC 3.5 reads and writes;
-- times are milliseconds since 1970. Attributes hold text alone (decision record 14).
create table spring_session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval integer  not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

-- Which of an account's states a session was opened in; a session of an earlier one is over. Counted here, so that no way of changing an account
-- can forget it.
alter table staff add column epoch integer not null default 0;

create function end_staff_sessions() returns trigger language plpgsql as $$
begin
    new.epoch := old.epoch + 1;
    if new.disabled and not old.disabled then
        update api_token set revoked_at = now() where username = new.username and revoked_at is null;
    end if;
    return new;
end
$$;
create trigger end_sessions before update on staff for each row
    when ((old.password_hash, old.roles, old.disabled) is distinct from (new.password_hash, new.roles, new.disabled))
    execute function end_staff_sessions();

create function end_sessions_of_scope() returns trigger language plpgsql as $$
begin
    update staff set epoch = epoch + 1 where username in (old.username, new.username);
    return null;
end
$$;
create trigger end_sessions after insert or update or delete on staff_role_register for each row
    execute function end_sessions_of_scope();
