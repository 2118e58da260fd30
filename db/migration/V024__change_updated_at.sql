-- When what a change says to everybody last changed; null while nobody outside has heard of it.
alter table vendor_change add column updated_at timestamptz;

update vendor_change c
   set updated_at = (select max(e.at) from ledger_entry e
                      where e.subject = c.reference
                        and e.kind in ('change.announced', 'change.amended', 'change.postponed', 'change.published',
                                       'change.withdrawn', 'change.rejected', 'change.recorded-unlisted'))
 where exists (select from ledger_entry e
                where e.subject = c.reference and e.kind in ('change.announced', 'change.published'));

create index vendor_change_public on vendor_change (updated_at) where updated_at is not null;
