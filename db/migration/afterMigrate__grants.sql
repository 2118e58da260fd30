-- What the role that runs the application may do. A callback and not a migration: it comes after every migrate,
-- so that a table added by any later migration is granted too. Where one role does both there is nothing to grant.
do $$
declare
    app text := coalesce(current_setting('fairnotice.app_role', true), '');
    tab text;
begin
    if app = '' or app = current_user then
        return;
    end if;
    execute format('grant usage on schema public to %I', app);
    execute format('grant select, insert, update, delete on all tables in schema public to %I', app);
    execute format('grant usage, select on all sequences in schema public to %I', app);
    execute format('revoke insert, update, delete on flyway_schema_history from %I', app);
    -- the ledger can only grow
    for tab in select tablename from pg_tables where schemaname = 'public' and tablename in ('ledger_entry', 'ledger_seal')
    loop
        execute format('revoke update, delete, truncate on %I from %I', tab, app);
    end loop;
end
$$;
