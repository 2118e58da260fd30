-- The second factor of an account (RFC 6238). The secret is sealed under the key that signs links; last_step is the latest 30 seconds, counted from 1970,
-- whose code was used, so that a code counts once.
create table second_factor (
    username  text primary key references staff,
    secret    text        not null,
    since     timestamptz not null default now(),
    last_step bigint      not null
);

-- What signs in once instead of a code. Only digests are kept.
create table recovery_code (
    username text not null references second_factor on delete cascade,
    digest   text not null check (digest ~ '^[0-9a-f]{64}$'),
    used_at  timestamptz,
    primary key (username, digest)
);

-- Another second factor, or none, is another way to sign in: sessions that began with the one before are over.
create function end_sessions_of_factor() returns trigger language plpgsql as $$
begin
    update staff set epoch = epoch + 1 where username in (old.username, new.username);
    return null;
end
$$;
create trigger end_sessions after insert or delete or update of secret on second_factor for each row
    execute function end_sessions_of_factor();

-- Whoever resets the second factor of a colleague gives more to whoever has the password, so it takes two.
alter table staff_request drop constraint staff_request_kind_check;
alter table staff_request add check (kind in ('NEW', 'CHANGE', 'ACTIVATION', 'FACTOR_RESET'));
