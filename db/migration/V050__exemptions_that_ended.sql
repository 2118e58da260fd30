-- Once an exemption has ended, its customer is told that as well: also those who were reminded before this was done, and whose exemption runs.
update exemption_end e
   set told_at = null, tell_at = o.ends_at
  from (select o.id, ((o.offer ->> 'until')::date + 1)::timestamp at time zone (p.policy ->> 'zone') as ends_at
          from objection o join register_policy p on p.register = o.register and p.version = o.policy_version
         where o.state = 'EXEMPTED' and o.offer ->> 'until' is not null) o
 where o.id = e.objection and e.told_at < o.ends_at and o.ends_at > now();

comment on table exemption_end is 'when the customer of an accepted exemption is told next: that it ends, then that it has ended; told_at once all was told';
