-- What was announced of a vendor and taken back holds for its next change too: a track weaker than the one announced asks for a second person.
alter table vendor_change_round add column announced_track text;
alter table vendor_change_round add column vendors text[] not null default '{}';

update vendor_change_round r
   set announced_track = (select e.review ->> 'track'
                            from vendor_change_round e join vendor_change t on t.reference = e.reference
                           where e.reference = r.reference and e.number < r.number
                             and e.review is not null and t.updated_at is not null
                           order by array_position(array['NOTICE', 'EXPEDITED', 'UNANNOUNCED', 'UNLISTED'], e.review ->> 'track')
                           limit 1),
       vendors = (select array_agg(distinct case when r.proposal ->> 'kind' = 'REMOVE' then 'removal of ' else '' end || folded)
                    from (select unnest(array[lower(regexp_replace(normalize(named, NFKD), '[^[:alnum:]]', '', 'g'))]
                                        || array(select 'word ' || word
                                                   from regexp_split_to_table(
                                                            replace(replace(translate(lower(normalize(named, NFKD)), 'iı1|0', 'llllo'),
                                                                            'rn', 'm'), 'vv', 'w'), '[^[:alnum:]]+') word
                                                  where length(word) >= 4
                                                    and word not in ('cloud', 'servlces', 'group', 'company', 'llmlted', 'gmbh', 'data',
                                                                     'software', 'technologles', 'systems', 'solutlons', 'holdlng',
                                                                     'corp', 'corporatlon', 'lntematlonal', 'europe', 'global'))) as folded
                            from unnest(array[r.proposal #>> '{subprocessor,name}',
                                              r.proposal #>> '{subprocessor,legalEntity}',
                                              case when r.proposal ->> 'kind' = 'REPLACE' then r.proposal ->> 'replaces' end]) named
                           where named is not null) f);

create index vendor_change_round_vendors on vendor_change_round using gin (vendors);
