-- Whoever objected, or commented, has received the notice: also those who did before that was noted. The first filing counts.
update notice n
   set acknowledged_at = first.received_at, acknowledged_by = first.contact
  from (select distinct on (n.id) n.id, o.received_at, (o.filing ->> 'contact')::bigint as contact
          from notice n
          join objection o on o.change_reference = n.reference and o.customer = n.customer and o.round = n.round
         where n.acknowledged_at is null and o.received_at >= n.created_at
         order by n.id, o.received_at, o.id) first
 where n.id = first.id;
