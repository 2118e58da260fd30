-- A key that signs is kept sealed where a key from outside of the database is set (fairnotice.signing-key): whoever has a copy of these tables
-- alone signs nothing. Keys of before are sealed by the application at its next start.
alter table link_key drop constraint link_key_secret_check;
alter table link_key add column sealed_by text check (sealed_by ~ '^[0-9a-f]{16}$');
alter table link_key add constraint link_key_secret_check check (sealed_by is not null or length(secret) = 32);
comment on column link_key.sealed_by is 'name of the signing key that secret is sealed under; null where none was set';
