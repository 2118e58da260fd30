-- Who runs this installation, as administrators set it in the browser: one row, or none while nothing is set. The logo is a PNG that was drawn anew.
-- An address that was asked for waits for another administrator; it is null where the one that is set is to go.
create table publisher (
    only_one      boolean primary key default true check (only_one),
    version       integer not null check (version > 0),
    name          text    not null,
    imprint       text,
    privacy       text,
    accent        text check (accent ~ '^#[0-9a-f]{6}$'),
    address       text check (address ~ '^https?://'),
    logo_digest   text check (logo_digest ~ '^[0-9a-f]{64}$'),
    logo          bytea,
    asked_address text check (asked_address ~ '^https?://'),
    asked_by      text references staff,
    asked_at      timestamptz,
    check ((logo is null) = (logo_digest is null)),
    check ((asked_by is null) = (asked_at is null))
);
