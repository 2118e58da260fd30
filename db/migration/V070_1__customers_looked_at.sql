-- Customers that were corrected before it was a rule to give them notice of what is in effect already have been looked at.
update telling t
   set cursor = greatest(t.cursor, (select coalesce(max(revision), 0) from customer c where c.register = t.register))
  from vendor_change c
 where c.reference = t.reference and c.state = 'PUBLISHED' and t.occasion = 'ANNOUNCEMENT';
