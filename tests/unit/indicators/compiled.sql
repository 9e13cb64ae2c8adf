-- DN01 Learners enrolled, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- DN02 People on the introduction side, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_mobility" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."direction" in (?) and "r1"."audience" in (?) and "r1"."purpose" in (?) and ("r1"."virtual" is null or "r1"."virtual" not in (1)) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")
union all select "p"."year" as "year", coalesce(nullif(cast("r2"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r2"."person" as "person", coalesce("r2"."headcount", 1) as "heads", cast("r2"."headcount" as bigint) as "group_heads"
from "record_mobility" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and "r2"."direction" in (?) and "r2"."purpose" in (?, ?, ?) and ("r2"."virtual" is null or "r2"."virtual" not in (1)) and "r2"."start_day" <= "p"."last" and (coalesce("r2"."end_day", case when "r2"."start_day" >= 19966 then "r2"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- DN03 People on the export side, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and ("r1"."kind" is null or "r1"."kind" not in (?)) and "r1"."nationality" not in (?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")
union all select "p"."year" as "year", coalesce(nullif(cast("r3"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r2"."person" as "person", coalesce("r2"."headcount", 1) as "heads", cast("r2"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r2"
left join "record_overseas_site" as "r3" on "r3"."institution" = ? and "r3"."until" is null and "r3"."code" = "r2"."site"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and "r2"."kind" in (?) and "r3"."country" not in (?, ?) and "r2"."start_day" <= "p"."last" and (coalesce("r2"."end_day", case when "r2"."start_day" >= 19966 then "r2"."start_day" else 19966 end) >= "p"."first")
union all select "p"."year" as "year", coalesce(nullif(cast("r4"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r4"."person" as "person", coalesce("r4"."headcount", 1) as "heads", cast("r4"."headcount" as bigint) as "group_heads"
from "record_training_session" as "r4"
cross join period as p
where "r4"."institution" = ? and "r4"."until" is null and "r4"."country" not in (?, ?) and "r4"."start_day" <= "p"."last" and (coalesce("r4"."end_day", case when "r4"."start_day" >= 19966 then "r4"."start_day" else 19966 end) >= "p"."first")
union all select "p"."year" as "year", coalesce(nullif(cast("r5"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r5"."person" as "person", coalesce("r5"."headcount", 1) as "heads", cast("r5"."headcount" as bigint) as "group_heads"
from "record_mobility" as "r5"
cross join period as p
where "r5"."institution" = ? and "r5"."until" is null and "r5"."direction" in (?) and "r5"."audience" in (?) and "r5"."purpose" in (?, ?) and ("r5"."virtual" is null or "r5"."virtual" not in (1)) and "r5"."country" not in (?, ?) and "r5"."start_day" <= "p"."last" and (coalesce("r5"."end_day", case when "r5"."start_day" >= 19966 then "r5"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- IN01 Joint institutions and programmes, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast("r1"."approval" as text), ''), ?) as "value"
from "record_joint_programme" as "r1"
left join "record_partner" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."partner"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and ("r1"."from_day" is null or "r1"."from_day" <= "p"."day") and ("r1"."to_day" is null or "r1"."to_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- IN02 Majors run jointly, by programme
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."code" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast(coalesce(nullif("r1"."major", ''), nullif("r1"."code", '')) as text), ''), ?) as "value"
from "record_programme" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."kind" in (?) and ("r1"."from_day" is null or "r1"."from_day" <= "p"."day") and ("r1"."to_day" is null or "r1"."to_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- IN03 Students in joint programmes, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19601, 19601, 2023, 2023)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."kind" in (?) and "r1"."start_day" <= "p"."day" and ("r1"."end_day" is null or "r1"."end_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- IN04 Share of introduced courses, by programme
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_course" as "r1"
left join "record_programme" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."programme"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."kind" in (?) and ("r1"."from_day" is null or "r1"."from_day" <= "p"."day") and ("r1"."to_day" is null or "r1"."to_day" >= "p"."day") and ("r2"."from_day" is null or "r2"."from_day" <= "p"."day") and ("r2"."to_day" is null or "r2"."to_day" >= "p"."day") and "r1"."introduced" in (1)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r3"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_course" as "r3"
left join "record_programme" as "r4" on "r4"."institution" = ? and "r4"."until" is null and "r4"."code" = "r3"."programme"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and "r4"."kind" in (?) and ("r3"."from_day" is null or "r3"."from_day" <= "p"."day") and ("r3"."to_day" is null or "r3"."to_day" >= "p"."day") and ("r4"."from_day" is null or "r4"."from_day" <= "p"."day") and ("r4"."to_day" is null or "r4"."to_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- IN05 Share of introduced core courses, by programme
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_course" as "r1"
left join "record_programme" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."programme"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."kind" in (?) and "r1"."core" in (1) and ("r1"."from_day" is null or "r1"."from_day" <= "p"."day") and ("r1"."to_day" is null or "r1"."to_day" >= "p"."day") and ("r2"."from_day" is null or "r2"."from_day" <= "p"."day") and ("r2"."to_day" is null or "r2"."to_day" >= "p"."day") and "r1"."introduced" in (1)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r3"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_course" as "r3"
left join "record_programme" as "r4" on "r4"."institution" = ? and "r4"."until" is null and "r4"."code" = "r3"."programme"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and "r4"."kind" in (?) and "r3"."core" in (1) and ("r3"."from_day" is null or "r3"."from_day" <= "p"."day") and ("r3"."to_day" is null or "r3"."to_day" >= "p"."day") and ("r4"."from_day" is null or "r4"."from_day" <= "p"."day") and ("r4"."to_day" is null or "r4"."to_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- IN06 Core courses taught by foreign-party teachers, by programme
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_course" as "r1"
left join "record_programme" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."programme"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."kind" in (?) and ("r1"."from_day" is null or "r1"."from_day" <= "p"."day") and ("r1"."to_day" is null or "r1"."to_day" >= "p"."day") and ("r2"."from_day" is null or "r2"."from_day" <= "p"."day") and ("r2"."to_day" is null or "r2"."to_day" >= "p"."day") and "r1"."core" in (1) and "r1"."foreign_taught" in (1)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r3"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_course" as "r3"
left join "record_programme" as "r4" on "r4"."institution" = ? and "r4"."until" is null and "r4"."code" = "r3"."programme"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and "r4"."kind" in (?) and ("r3"."from_day" is null or "r3"."from_day" <= "p"."day") and ("r3"."to_day" is null or "r3"."to_day" >= "p"."day") and ("r4"."from_day" is null or "r4"."from_day" <= "p"."day") and ("r4"."to_day" is null or "r4"."to_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- IN07 Core-course hours taught by foreign-party teachers, by programme
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", "r1"."foreign_party_hours" as "value"
from "record_course" as "r1"
left join "record_programme" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."programme"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."kind" in (?) and "r1"."core" in (1) and ("r1"."from_day" is null or "r1"."from_day" <= "p"."day") and ("r1"."to_day" is null or "r1"."to_day" >= "p"."day") and ("r2"."from_day" is null or "r2"."from_day" <= "p"."day") and ("r2"."to_day" is null or "r2"."to_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r3"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", "r3"."hours" as "value"
from "record_course" as "r3"
left join "record_programme" as "r4" on "r4"."institution" = ? and "r4"."until" is null and "r4"."code" = "r3"."programme"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and "r4"."kind" in (?) and ("r3"."from_day" is null or "r3"."from_day" <= "p"."day") and ("r3"."to_day" is null or "r3"."to_day" >= "p"."day") and ("r4"."from_day" is null or "r4"."from_day" <= "p"."day") and ("r4"."to_day" is null or "r4"."to_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- IN08 Foreign standards introduced, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_standard" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."direction" in (?) and nullif(cast("r1"."localised_on_day" as text), '') is not null and "r1"."country" not in (?, ?) and "r1"."localised_on_day" <= "p"."day" and ("r1"."withdrawn_on_day" is null or "r1"."withdrawn_on_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- IN08.new Foreign standards introduced (new in the period), by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_standard" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."direction" in (?) and "r1"."country" not in (?, ?) and "r1"."localised_on_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- IN09 Introduced and localised courses/resources, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_resource" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."origin" in (?) and "r1"."localised_on_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- IN10 Foreign certificates offered, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast("r1"."certificate" as text), ''), ?) as "value"
from "record_certificate_award" as "r1"
left join "record_certificate_type" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."certificate"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and (("r2"."international" in (1)) or ("r2"."country" not in (?, ?, ?, ?, ?))) and "r1"."date_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- IN11 Visiting teachers received, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_mobility" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."direction" in (?) and "r1"."audience" in (?) and "r1"."purpose" in (?) and ("r1"."virtual" is null or "r1"."virtual" not in (1)) and "r1"."country" not in (?, ?, ?, ?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- IN12 Foreign teaching staff share, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_staff" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."full_time" in (1) and "r1"."teaching" in (1) and "r1"."nationality" not in (?, ?, ?, ?, ?) and ("r1"."from_day" is null or "r1"."from_day" <= "p"."day") and ("r1"."to_day" is null or "r1"."to_day" >= "p"."day") and "r1"."nationality" not in (?, ?, ?, ?, ?)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", cast(null as text) as "category", cast(null as text) as "across", "r2"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_staff" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and "r2"."full_time" in (1) and "r2"."teaching" in (1) and ("r2"."from_day" is null or "r2"."from_day" <= "p"."day") and ("r2"."to_day" is null or "r2"."to_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- IN13 Teachers' study and training abroad, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads", cast(case when case when coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) <= "p"."last" then coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) else "p"."last" end - (case when coalesce("r1"."start_day", "p"."first") >= "p"."first" then coalesce("r1"."start_day", "p"."first") else "p"."first" end) + 1 > 0 then case when coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) <= "p"."last" then coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) else "p"."last" end - (case when coalesce("r1"."start_day", "p"."first") >= "p"."first" then coalesce("r1"."start_day", "p"."first") else "p"."first" end) + 1 else 0 end as bigint) * coalesce("r1"."headcount", 1) as "value"
from "record_mobility" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."direction" in (?) and "r1"."audience" in (?) and "r1"."purpose" in (?, ?, ?) and ("r1"."virtual" is null or "r1"."virtual" not in (1)) and "r1"."country" not in (?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- IN14 Teachers with overseas experience, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_staff" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."full_time" in (1) and "r1"."teaching" in (1) and ("r1"."from_day" is null or "r1"."from_day" <= "p"."day") and ("r1"."to_day" is null or "r1"."to_day" >= "p"."day") and (p.year, "r1"."person") in (select p.year, "r2"."person"
from "record_mobility" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and "r2"."person" is not null and "r2"."direction" in (?) and "r2"."audience" in (?) and "r2"."purpose" in (?, ?, ?) and ("r2"."virtual" is null or "r2"."virtual" not in (1)) and "r2"."country" not in (?, ?) and "r2"."end_day" <= "p"."day"
group by p.year, "r2"."person" having sum(coalesce("r2"."end_day", case when "r2"."start_day" >= 19966 then "r2"."start_day" else 19966 end) - "r2"."start_day" + 1) >= 90)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r3"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r3"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_staff" as "r3"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and "r3"."full_time" in (1) and "r3"."teaching" in (1) and ("r3"."from_day" is null or "r3"."from_day" <= "p"."day") and ("r3"."to_day" is null or "r3"."to_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- IN15 Courses in a foreign language, by programme
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_course" as "r1"
left join "record_programme" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."programme"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and ("r1"."from_day" is null or "r1"."from_day" <= "p"."day") and ("r1"."to_day" is null or "r1"."to_day" >= "p"."day") and ("r2"."from_day" is null or "r2"."from_day" <= "p"."day") and ("r2"."to_day" is null or "r2"."to_day" >= "p"."day") and nullif(cast("r1"."language" as text), '') is not null and ("r1"."language" is null or "r1"."language" not in (?))) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r3"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_course" as "r3"
left join "record_programme" as "r4" on "r4"."institution" = ? and "r4"."until" is null and "r4"."code" = "r3"."programme"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and ("r3"."from_day" is null or "r3"."from_day" <= "p"."day") and ("r3"."to_day" is null or "r3"."to_day" >= "p"."day") and ("r4"."from_day" is null or "r4"."from_day" <= "p"."day") and ("r4"."to_day" is null or "r4"."to_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- IN16 Programmes with international accreditation, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast("r1"."programme" as text), ''), ?) as "value"
from "record_recognition" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."kind" in (?) and "r1"."level" in (?) and "r1"."awarded_on_day" <= "p"."day" and ("r1"."valid_to_day" is null or "r1"."valid_to_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- IN17 Student stays abroad, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."heads") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_mobility" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."direction" in (?) and "r1"."audience" in (?) and ("r1"."virtual" is null or "r1"."virtual" not in (1)) and "r1"."country" not in (?, ?) and "r1"."start_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- IN17.outbound Outbound mobility ratio, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_mobility" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."direction" in (?) and "r1"."audience" in (?) and "r1"."purpose" in (?) and ("r1"."virtual" is null or "r1"."virtual" not in (1)) and "r1"."country" not in (?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", cast(null as text) as "category", cast(null as text) as "across", "r2"."person" as "person", coalesce("r2"."headcount", 1) as "heads", cast("r2"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and ("r2"."kind" is null or "r2"."kind" not in (?)) and "r2"."start_day" <= "p"."last" and (coalesce("r2"."end_day", case when "r2"."start_day" >= 19966 then "r2"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- IN18 VET learner mobility rate, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_graduate_outcome" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and nullif(cast("r1"."person" as text), '') is not null and "r1"."class" between "p"."first_class" and "p"."class" and (p.year, "r1"."person") in (select p.year, "r2"."person"
from "record_mobility" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and "r2"."person" is not null and "r2"."direction" in (?) and "r2"."audience" in (?) and ("r2"."virtual" is null or "r2"."virtual" not in (1)) and "r2"."country" not in (?, ?) and coalesce("r2"."end_day", case when "r2"."start_day" >= 19966 then "r2"."start_day" else 19966 end) - "r2"."start_day" + 1 >= 10 and "r2"."start_day" <= "p"."day"
group by p.year, "r2"."person" having count(*) >= 1)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r3"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r3"."person" as "person", coalesce("r3"."headcount", 1) as "heads", cast("r3"."headcount" as bigint) as "group_heads"
from "record_graduate_outcome" as "r3"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and nullif(cast("r3"."person" as text), '') is not null and "r3"."class" between "p"."first_class" and "p"."class") as m
group by "m"."year", "m"."category", "m"."across";

-- EX01 Full-time foreign students, one year or more, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and ("r1"."kind" is null or "r1"."kind" not in (?)) and "r1"."full_time" in (1) and coalesce("r1"."planned_days", coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) - "r1"."start_day" + 1) >= 365 and "r1"."nationality" not in (?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- EX02 Foreign students received, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and ("r1"."kind" is null or "r1"."kind" not in (?)) and "r1"."nationality" not in (?, ?, ?, ?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- EX03 Programmes with foreign students, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads", nullif(nullif(cast("r1"."programme" as text), ''), ?) as "value"
from "record_enrolment" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and ("r1"."kind" is null or "r1"."kind" not in (?)) and "r1"."nationality" not in (?, ?, ?, ?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- EX04 Degree share of inbound, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and ("r1"."kind" is null or "r1"."kind" not in (?)) and "r1"."nationality" not in (?, ?, ?, ?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first") and "r1"."kind" in (?)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r2"."person" as "person", coalesce("r2"."headcount", 1) as "heads", cast("r2"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and ("r2"."kind" is null or "r2"."kind" not in (?)) and "r2"."nationality" not in (?, ?, ?, ?, ?) and "r2"."start_day" <= "p"."last" and (coalesce("r2"."end_day", case when "r2"."start_day" >= 19966 then "r2"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- EX05 Inbound mobility rate, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19601, 19601, 2023, 2023)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and ("r1"."kind" is null or "r1"."kind" not in (?)) and "r1"."nationality" not in (?, ?, ?, ?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first") and "r1"."nationality" not in (?, ?, ?, ?, ?)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", cast(null as text) as "category", cast(null as text) as "across", "r2"."person" as "person", coalesce("r2"."headcount", 1) as "heads", cast("r2"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and ("r2"."kind" is null or "r2"."kind" not in (?)) and "r2"."start_day" <= "p"."last" and (coalesce("r2"."end_day", case when "r2"."start_day" >= 19966 then "r2"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- EX05.prior Inbound mobility rate (by prior education), by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19601, 19601, 2023, 2023)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."prior_education" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and ("r1"."kind" is null or "r1"."kind" not in (?)) and "r1"."prior_education" not in (?, ?, ?, ?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first") and "r1"."prior_education" not in (?, ?, ?, ?, ?)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", cast(null as text) as "category", cast(null as text) as "across", "r2"."person" as "person", coalesce("r2"."headcount", 1) as "heads", cast("r2"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and ("r2"."kind" is null or "r2"."kind" not in (?)) and "r2"."start_day" <= "p"."last" and (coalesce("r2"."end_day", case when "r2"."start_day" >= 19966 then "r2"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- EX06 Source countries, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads", nullif(nullif(nullif(cast("r1"."nationality" as text), ''), ?), ?) as "value"
from "record_enrolment" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and ("r1"."kind" is null or "r1"."kind" not in (?)) and "r1"."nationality" not in (?, ?, ?, ?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- EX07 Training of persons from abroad, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads", cast(((case when "p"."last" < "r1"."start_day" then 0 else (cast("r1"."training_days" as bigint) * 2 * (case when "p"."last" >= coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) then coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) else "p"."last" end - "r1"."start_day" + 1) + ((coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) - "r1"."start_day" + 1) * 2) - 1) / ((coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) - "r1"."start_day" + 1) * 2) end) - (case when "p"."first" - 1 < "r1"."start_day" then 0 else (cast("r1"."training_days" as bigint) * 2 * (case when "p"."first" - 1 >= coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) then coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) else "p"."first" - 1 end - "r1"."start_day" + 1) + ((coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) - "r1"."start_day" + 1) * 2) - 1) / ((coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) - "r1"."start_day" + 1) * 2) end)) as bigint) * coalesce("r1"."headcount", 1) as "value"
from "record_training_session" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."country" not in (?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- EX08 Foreign trainees, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."heads") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_training_session" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."country" not in (?, ?) and "r1"."start_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- EX09 Going-out enterprises' staff trained, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."heads") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_training_session" as "r1"
left join "record_partner" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."sponsor"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."going_out" in (1) and "r1"."country" not in (?, ?) and "r1"."start_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- EX10 Students' practice abroad for going-out enterprises, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads", cast(case when case when coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) <= "p"."last" then coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) else "p"."last" end - (case when coalesce("r1"."start_day", "p"."first") >= "p"."first" then coalesce("r1"."start_day", "p"."first") else "p"."first" end) + 1 > 0 then case when coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) <= "p"."last" then coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) else "p"."last" end - (case when coalesce("r1"."start_day", "p"."first") >= "p"."first" then coalesce("r1"."start_day", "p"."first") else "p"."first" end) + 1 else 0 end as bigint) * coalesce("r1"."headcount", 1) as "value"
from "record_mobility" as "r1"
left join "record_partner" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."partner"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."direction" in (?) and "r1"."audience" in (?) and "r1"."purpose" in (?) and "r2"."going_out" in (1) and ("r1"."virtual" is null or "r1"."virtual" not in (1)) and "r1"."country" not in (?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- EX11 Teachers abroad for guidance and training, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads", cast(case when case when coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) <= "p"."last" then coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) else "p"."last" end - (case when coalesce("r1"."start_day", "p"."first") >= "p"."first" then coalesce("r1"."start_day", "p"."first") else "p"."first" end) + 1 > 0 then case when coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) <= "p"."last" then coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) else "p"."last" end - (case when coalesce("r1"."start_day", "p"."first") >= "p"."first" then coalesce("r1"."start_day", "p"."first") else "p"."first" end) + 1 else 0 end as bigint) * coalesce("r1"."headcount", 1) as "value"
from "record_mobility" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."direction" in (?) and "r1"."audience" in (?) and "r1"."purpose" in (?, ?) and ("r1"."virtual" is null or "r1"."virtual" not in (1)) and "r1"."country" not in (?, ?, ?, ?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- EX12 Overseas teaching sites, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_overseas_site" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."country" not in (?, ?) and "r1"."opened_on_day" <= "p"."day" and ("r1"."closed_on_day" is null or "r1"."closed_on_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- EX13 Schools run abroad, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_overseas_site" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."type" in (?) and "r1"."country" not in (?, ?, ?, ?, ?) and "r1"."opened_on_day" <= "p"."day" and ("r1"."closed_on_day" is null or "r1"."closed_on_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- EX14 Majors at schools run abroad, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r1"."site" as text), '') || cast(? as text) || coalesce(cast(coalesce(nullif("r1"."major", ''), nullif("r1"."code", '')) as text), '')) as "value"
from "record_programme" as "r1"
left join "record_overseas_site" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."site"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."type" in (?) and "r2"."country" not in (?, ?, ?, ?, ?) and ("r1"."from_day" is null or "r1"."from_day" <= "p"."day") and ("r1"."to_day" is null or "r1"."to_day" >= "p"."day") and "r2"."opened_on_day" <= "p"."day" and ("r2"."closed_on_day" is null or "r2"."closed_on_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- EX15 Students at schools run abroad, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r1"
left join "record_overseas_site" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."site"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."type" in (?) and "r2"."country" not in (?, ?, ?, ?, ?) and "r1"."start_day" <= "p"."day" and ("r1"."end_day" is null or "r1"."end_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- EX16 Luban Workshops and similar, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_overseas_site" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and nullif(cast("r1"."brand" as text), '') is not null and "r1"."licensed" in (1) and "r1"."opened_on_day" <= "p"."day" and ("r1"."closed_on_day" is null or "r1"."closed_on_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- EX17 Qualification learners at Luban Workshops, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r1"
left join "record_overseas_site" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."site"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."kind" in (?) and ("r1"."level" is null or "r1"."level" not in (?)) and "r2"."brand" in (?) and "r1"."start_day" <= "p"."day") as m
group by "m"."year", "m"."category", "m"."across";

-- EX18 Trained at Luban Workshops, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."heads") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_training_session" as "r1"
left join "record_overseas_site" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."site"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."brand" in (?) and "r1"."start_day" <= "p"."day") as m
group by "m"."year", "m"."category", "m"."across";

-- EX19 Local teachers trained at Luban Workshops, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_training_session" as "r1"
left join "record_overseas_site" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."site"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."role" in (?) and "r2"."brand" in (?) and "r1"."start_day" <= "p"."day") as m
group by "m"."year", "m"."category", "m"."across";

-- EX20 Resources adopted abroad, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast("r1"."resource" as text), ''), ?) as "value"
from "record_adoption" as "r1"
left join "record_resource" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."resource"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."origin" in (?, ?) and ("r2"."kind" is null or "r2"."kind" not in (?)) and "r1"."country" not in (?, ?, ?, ?, ?) and nullif((case when (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) <= coalesce("r1"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) else coalesce("r1"."in_system_on_day", 9999999) end), 9999999) <= "p"."day" and ("r1"."lapsed_on_day" is null or "r1"."lapsed_on_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- EX20.new Resources adopted abroad (new in the period), by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast("r1"."resource" as text), ''), ?) as "value"
from "record_adoption" as "r1"
left join "record_resource" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."resource"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."origin" in (?, ?) and ("r2"."kind" is null or "r2"."kind" not in (?)) and "r1"."country" not in (?, ?, ?, ?, ?) and "r1"."key" in (select ranked.key
from (select "r3"."key" as key, row_number() over (partition by (coalesce(cast("r3"."resource" as text), ''))
order by case when nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999) is null then 0 else 1 end, nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999), coalesce("r3"."first_day", -9999999), "r3"."key") as place
from "record_adoption" as "r3"
left join "record_resource" as "r4" on "r4"."institution" = ? and "r4"."until" is null and "r4"."code" = "r3"."resource"
where "r3"."institution" = ? and "r3"."until" is null and "r4"."origin" in (?, ?) and ("r4"."kind" is null or "r4"."kind" not in (?)) and "r3"."country" not in (?, ?, ?, ?, ?) and nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999) is not null) as ranked
where ranked.place = 1) and nullif((case when (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) <= coalesce("r1"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) else coalesce("r1"."in_system_on_day", 9999999) end), 9999999) between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- EX21 Equipment adopted abroad, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast("r1"."resource" as text), ''), ?) as "value"
from "record_adoption" as "r1"
left join "record_resource" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."resource"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."origin" in (?, ?) and "r2"."kind" in (?) and "r1"."country" not in (?, ?, ?, ?, ?) and nullif((case when (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) <= coalesce("r1"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) else coalesce("r1"."in_system_on_day", 9999999) end), 9999999) <= "p"."day" and ("r1"."lapsed_on_day" is null or "r1"."lapsed_on_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- EX21.new Equipment adopted abroad (new in the period), by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast("r1"."resource" as text), ''), ?) as "value"
from "record_adoption" as "r1"
left join "record_resource" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."resource"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."origin" in (?, ?) and "r2"."kind" in (?) and "r1"."country" not in (?, ?, ?, ?, ?) and "r1"."key" in (select ranked.key
from (select "r3"."key" as key, row_number() over (partition by (coalesce(cast("r3"."resource" as text), ''))
order by case when nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999) is null then 0 else 1 end, nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999), coalesce("r3"."first_day", -9999999), "r3"."key") as place
from "record_adoption" as "r3"
left join "record_resource" as "r4" on "r4"."institution" = ? and "r4"."until" is null and "r4"."code" = "r3"."resource"
where "r3"."institution" = ? and "r3"."until" is null and "r4"."origin" in (?, ?) and "r4"."kind" in (?) and "r3"."country" not in (?, ?, ?, ?, ?) and nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999) is not null) as ranked
where ranked.place = 1) and nullif((case when (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) <= coalesce("r1"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) else coalesce("r1"."in_system_on_day", 9999999) end), 9999999) between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- EX22 Foreign learners reached by adoption, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", "r1"."learners" as "value"
from "record_adoption_use" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and ("r1"."from_day" is null or "r1"."from_day" <= "p"."last") and (coalesce("r1"."to_day", case when "r1"."from_day" >= 19966 then "r1"."from_day" else 19966 end) >= "p"."first" or ("r1"."from_day" is null and "r1"."to_day" is null))) as m
group by "m"."year", "m"."category", "m"."across";

-- EX23 Going-out enterprises served, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads", nullif(nullif(cast("r1"."partner" as text), ''), ?) as "value"
from "record_mobility" as "r1"
left join "record_partner" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."partner"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."going_out" in (1) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")
union all select "p"."year" as "year", coalesce(nullif(cast("r4"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r3"."person" as "person", coalesce("r3"."headcount", 1) as "heads", cast("r3"."headcount" as bigint) as "group_heads", nullif(nullif(cast("r3"."sponsor" as text), ''), ?) as "value"
from "record_training_session" as "r3"
left join "record_partner" as "r4" on "r4"."institution" = ? and "r4"."until" is null and "r4"."code" = "r3"."sponsor"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and "r4"."going_out" in (1) and "r3"."start_day" <= "p"."last" and (coalesce("r3"."end_day", case when "r3"."start_day" >= 19966 then "r3"."start_day" else 19966 end) >= "p"."first")
union all select "p"."year" as "year", coalesce(nullif(cast("r6"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r5"."person" as "person", coalesce("r5"."headcount", 1) as "heads", cast("r5"."headcount" as bigint) as "group_heads", nullif(nullif(cast("r5"."partner" as text), ''), ?) as "value"
from "record_placement" as "r5"
left join "record_partner" as "r6" on "r6"."institution" = ? and "r6"."until" is null and "r6"."code" = "r5"."partner"
cross join period as p
where "r5"."institution" = ? and "r5"."until" is null and "r6"."going_out" in (1) and "r5"."start_day" <= "p"."last" and (coalesce("r5"."end_day", case when "r5"."start_day" >= 19966 then "r5"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- ST01 Programme teaching standards adopted, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast("r1"."standard" as text), ''), ?) as "value"
from "record_adoption" as "r1"
left join "record_standard" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."standard"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."direction" in (?, ?) and "r2"."type" in (?) and "r1"."country" not in (?, ?) and nullif((case when (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) <= coalesce("r1"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) else coalesce("r1"."in_system_on_day", 9999999) end), 9999999) <= "p"."day" and ("r1"."lapsed_on_day" is null or "r1"."lapsed_on_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- ST01.new Programme teaching standards adopted (new in the period), by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast("r1"."standard" as text), ''), ?) as "value"
from "record_adoption" as "r1"
left join "record_standard" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."standard"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."direction" in (?, ?) and "r2"."type" in (?) and "r1"."country" not in (?, ?) and "r1"."key" in (select ranked.key
from (select "r3"."key" as key, row_number() over (partition by (coalesce(cast("r3"."standard" as text), ''))
order by case when nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999) is null then 0 else 1 end, nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999), coalesce("r3"."first_day", -9999999), "r3"."key") as place
from "record_adoption" as "r3"
left join "record_standard" as "r4" on "r4"."institution" = ? and "r4"."until" is null and "r4"."code" = "r3"."standard"
where "r3"."institution" = ? and "r3"."until" is null and "r4"."direction" in (?, ?) and "r4"."type" in (?) and "r3"."country" not in (?, ?) and nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999) is not null) as ranked
where ranked.place = 1) and nullif((case when (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) <= coalesce("r1"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) else coalesce("r1"."in_system_on_day", 9999999) end), 9999999) between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- ST02 Course standards adopted, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast("r1"."standard" as text), ''), ?) as "value"
from "record_adoption" as "r1"
left join "record_standard" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."standard"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."direction" in (?, ?) and "r2"."type" in (?) and "r1"."country" not in (?, ?) and nullif((case when (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) <= coalesce("r1"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) else coalesce("r1"."in_system_on_day", 9999999) end), 9999999) <= "p"."day" and ("r1"."lapsed_on_day" is null or "r1"."lapsed_on_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- ST02.new Course standards adopted (new in the period), by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast("r1"."standard" as text), ''), ?) as "value"
from "record_adoption" as "r1"
left join "record_standard" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."standard"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."direction" in (?, ?) and "r2"."type" in (?) and "r1"."country" not in (?, ?) and "r1"."key" in (select ranked.key
from (select "r3"."key" as key, row_number() over (partition by (coalesce(cast("r3"."standard" as text), ''))
order by case when nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999) is null then 0 else 1 end, nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999), coalesce("r3"."first_day", -9999999), "r3"."key") as place
from "record_adoption" as "r3"
left join "record_standard" as "r4" on "r4"."institution" = ? and "r4"."until" is null and "r4"."code" = "r3"."standard"
where "r3"."institution" = ? and "r3"."until" is null and "r4"."direction" in (?, ?) and "r4"."type" in (?) and "r3"."country" not in (?, ?) and nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999) is not null) as ranked
where ranked.place = 1) and nullif((case when (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) <= coalesce("r1"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) else coalesce("r1"."in_system_on_day", 9999999) end), 9999999) between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- ST03 Foreign occupational standards developed, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast("r1"."standard" as text), ''), ?) as "value"
from "record_adoption" as "r1"
left join "record_standard" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."standard"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."direction" in (?, ?) and "r2"."type" in (?) and "r1"."country" not in (?, ?, ?, ?, ?) and nullif((case when (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) <= coalesce("r1"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) else coalesce("r1"."in_system_on_day", 9999999) end), 9999999) <= "p"."day" and ("r1"."lapsed_on_day" is null or "r1"."lapsed_on_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- ST03.new Foreign occupational standards developed (new in the period), by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast("r1"."standard" as text), ''), ?) as "value"
from "record_adoption" as "r1"
left join "record_standard" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."standard"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."direction" in (?, ?) and "r2"."type" in (?) and "r1"."country" not in (?, ?, ?, ?, ?) and "r1"."key" in (select ranked.key
from (select "r3"."key" as key, row_number() over (partition by (coalesce(cast("r3"."standard" as text), ''))
order by case when nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999) is null then 0 else 1 end, nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999), coalesce("r3"."first_day", -9999999), "r3"."key") as place
from "record_adoption" as "r3"
left join "record_standard" as "r4" on "r4"."institution" = ? and "r4"."until" is null and "r4"."code" = "r3"."standard"
where "r3"."institution" = ? and "r3"."until" is null and "r4"."direction" in (?, ?) and "r4"."type" in (?) and "r3"."country" not in (?, ?, ?, ?, ?) and nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999) is not null) as ranked
where ranked.place = 1) and nullif((case when (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) <= coalesce("r1"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) else coalesce("r1"."in_system_on_day", 9999999) end), 9999999) between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- ST04 Adopting countries, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(nullif(cast("r1"."country" as text), ''), ?), ?) as "value"
from "record_adoption" as "r1"
left join "record_standard" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."standard"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."direction" in (?, ?) and "r1"."country" not in (?, ?) and nullif((case when (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) <= coalesce("r1"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) else coalesce("r1"."in_system_on_day", 9999999) end), 9999999) <= "p"."day" and ("r1"."lapsed_on_day" is null or "r1"."lapsed_on_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- ST04.new Adopting countries (new in the period), by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(nullif(cast("r1"."country" as text), ''), ?), ?) as "value"
from "record_adoption" as "r1"
left join "record_standard" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."standard"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."direction" in (?, ?) and "r1"."country" not in (?, ?) and "r1"."key" in (select ranked.key
from (select "r3"."key" as key, row_number() over (partition by (coalesce(cast("r3"."country" as text), ''))
order by case when nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999) is null then 0 else 1 end, nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999), coalesce("r3"."first_day", -9999999), "r3"."key") as place
from "record_adoption" as "r3"
left join "record_standard" as "r4" on "r4"."institution" = ? and "r4"."until" is null and "r4"."code" = "r3"."standard"
where "r3"."institution" = ? and "r3"."until" is null and "r4"."direction" in (?, ?) and "r3"."country" not in (?, ?) and nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999) is not null) as ranked
where ranked.place = 1) and nullif((case when (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) <= coalesce("r1"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) else coalesce("r1"."in_system_on_day", 9999999) end), 9999999) between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- ST05 Adopting institutions, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r1"."country" as text), '') || cast(? as text) || coalesce(cast("r1"."adopter" as text), '')) as "value"
from "record_adoption" as "r1"
left join "record_standard" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."standard"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."direction" in (?, ?) and "r1"."country" not in (?, ?) and nullif((case when (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) <= coalesce("r1"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) else coalesce("r1"."in_system_on_day", 9999999) end), 9999999) <= "p"."day" and ("r1"."lapsed_on_day" is null or "r1"."lapsed_on_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- ST05.new Adopting institutions (new in the period), by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r1"."country" as text), '') || cast(? as text) || coalesce(cast("r1"."adopter" as text), '')) as "value"
from "record_adoption" as "r1"
left join "record_standard" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."standard"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."direction" in (?, ?) and "r1"."country" not in (?, ?) and "r1"."key" in (select ranked.key
from (select "r3"."key" as key, row_number() over (partition by (coalesce(cast("r3"."country" as text), '')), (coalesce(cast("r3"."adopter" as text), ''))
order by case when nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999) is null then 0 else 1 end, nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999), coalesce("r3"."first_day", -9999999), "r3"."key") as place
from "record_adoption" as "r3"
left join "record_standard" as "r4" on "r4"."institution" = ? and "r4"."until" is null and "r4"."code" = "r3"."standard"
where "r3"."institution" = ? and "r3"."until" is null and "r4"."direction" in (?, ?) and "r3"."country" not in (?, ?) and nullif((case when (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) <= coalesce("r3"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."adopted_on_day", 9999999) then 9999999 else coalesce("r3"."adopted_on_day", 9999999) end) else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999) is not null) as ranked
where ranked.place = 1) and nullif((case when (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) <= coalesce("r1"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) else coalesce("r1"."in_system_on_day", 9999999) end), 9999999) between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- ST06 Standards certified by the foreign authority, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast("r1"."standard" as text), ''), ?) as "value"
from "record_adoption" as "r1"
left join "record_standard" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."standard"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."direction" in (?, ?) and nullif(cast("r1"."authority" as text), '') is not null and nullif(cast("r1"."certificate_no" as text), '') is not null and "r1"."country" not in (?, ?) and nullif((case when (case when 9999999 <= coalesce("r1"."registered_on_day", 9999999) then 9999999 else coalesce("r1"."registered_on_day", 9999999) end) <= coalesce("r1"."in_system_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."registered_on_day", 9999999) then 9999999 else coalesce("r1"."registered_on_day", 9999999) end) else coalesce("r1"."in_system_on_day", 9999999) end), 9999999) <= "p"."day" and ("r1"."lapsed_on_day" is null or "r1"."lapsed_on_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- ST06.new Standards certified by the foreign authority (new in the period), by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast("r1"."standard" as text), ''), ?) as "value"
from "record_adoption" as "r1"
left join "record_standard" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."standard"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."direction" in (?, ?) and nullif(cast("r1"."authority" as text), '') is not null and nullif(cast("r1"."certificate_no" as text), '') is not null and "r1"."country" not in (?, ?) and "r1"."key" in (select ranked.key
from (select "r3"."key" as key, row_number() over (partition by (coalesce(cast("r3"."standard" as text), ''))
order by case when nullif((case when (case when 9999999 <= coalesce("r3"."registered_on_day", 9999999) then 9999999 else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."registered_on_day", 9999999) then 9999999 else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999) is null then 0 else 1 end, nullif((case when (case when 9999999 <= coalesce("r3"."registered_on_day", 9999999) then 9999999 else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."registered_on_day", 9999999) then 9999999 else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999), coalesce("r3"."first_day", -9999999), "r3"."key") as place
from "record_adoption" as "r3"
left join "record_standard" as "r4" on "r4"."institution" = ? and "r4"."until" is null and "r4"."code" = "r3"."standard"
where "r3"."institution" = ? and "r3"."until" is null and "r4"."direction" in (?, ?) and nullif(cast("r3"."authority" as text), '') is not null and nullif(cast("r3"."certificate_no" as text), '') is not null and "r3"."country" not in (?, ?) and nullif((case when (case when 9999999 <= coalesce("r3"."registered_on_day", 9999999) then 9999999 else coalesce("r3"."registered_on_day", 9999999) end) <= coalesce("r3"."in_system_on_day", 9999999) then (case when 9999999 <= coalesce("r3"."registered_on_day", 9999999) then 9999999 else coalesce("r3"."registered_on_day", 9999999) end) else coalesce("r3"."in_system_on_day", 9999999) end), 9999999) is not null) as ranked
where ranked.place = 1) and nullif((case when (case when 9999999 <= coalesce("r1"."registered_on_day", 9999999) then 9999999 else coalesce("r1"."registered_on_day", 9999999) end) <= coalesce("r1"."in_system_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."registered_on_day", 9999999) then 9999999 else coalesce("r1"."registered_on_day", 9999999) end) else coalesce("r1"."in_system_on_day", 9999999) end), 9999999) between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- ST07 Live adoption rate, by country
with period ("year", "first", "last", "day", "class", "first_class", "trailing_12") as (values (2023, 19601, 19966, 19966, 2024, 2024, 19601)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_adoption" as "r1"
left join "record_standard" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."standard"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."direction" in (?, ?) and nullif((case when (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) <= coalesce("r1"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) else coalesce("r1"."in_system_on_day", 9999999) end), 9999999) <= "p"."day" and ("r1"."lapsed_on_day" is null or "r1"."lapsed_on_day" >= "p"."day") and (p.year, "r1"."standard", "r1"."country", "r1"."adopter") in (select p.year, "r3"."standard", "r3"."country", "r3"."adopter"
from "record_adoption_use" as "r3"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and "r3"."standard" is not null and "r3"."country" is not null and "r3"."adopter" is not null and "r3"."learners" >= 1 and ("r3"."from_day" is null or "r3"."from_day" <= "p"."day") and (coalesce("r3"."to_day", case when "r3"."from_day" >= 19966 then "r3"."from_day" else 19966 end) >= "p"."trailing_12" or ("r3"."from_day" is null and "r3"."to_day" is null))
group by p.year, "r3"."standard", "r3"."country", "r3"."adopter" having count(*) >= 1)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r4"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_adoption" as "r4"
left join "record_standard" as "r5" on "r5"."institution" = ? and "r5"."until" is null and "r5"."code" = "r4"."standard"
cross join period as p
where "r4"."institution" = ? and "r4"."until" is null and "r5"."direction" in (?, ?) and nullif((case when (case when (case when 9999999 <= coalesce("r4"."adopted_on_day", 9999999) then 9999999 else coalesce("r4"."adopted_on_day", 9999999) end) <= coalesce("r4"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r4"."adopted_on_day", 9999999) then 9999999 else coalesce("r4"."adopted_on_day", 9999999) end) else coalesce("r4"."registered_on_day", 9999999) end) <= coalesce("r4"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r4"."adopted_on_day", 9999999) then 9999999 else coalesce("r4"."adopted_on_day", 9999999) end) <= coalesce("r4"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r4"."adopted_on_day", 9999999) then 9999999 else coalesce("r4"."adopted_on_day", 9999999) end) else coalesce("r4"."registered_on_day", 9999999) end) else coalesce("r4"."in_system_on_day", 9999999) end), 9999999) <= "p"."day" and ("r4"."lapsed_on_day" is null or "r4"."lapsed_on_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- ST08 Evidence coverage of adoptions, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_adoption" as "r1"
left join "record_standard" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."standard"
left join "record_resource" as "r3" on "r3"."institution" = ? and "r3"."until" is null and "r3"."code" = "r1"."resource"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and (("r2"."direction" in (?, ?)) or ("r3"."origin" in (?, ?))) and nullif((case when (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) <= coalesce("r1"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) <= coalesce("r1"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r1"."adopted_on_day", 9999999) then 9999999 else coalesce("r1"."adopted_on_day", 9999999) end) else coalesce("r1"."registered_on_day", 9999999) end) else coalesce("r1"."in_system_on_day", 9999999) end), 9999999) <= "p"."day" and ("r1"."lapsed_on_day" is null or "r1"."lapsed_on_day" >= "p"."day") and (p.year, "r1"."key") in (select p.year, "r4"."record"
from "record_evidence" as "r4"
cross join period as p
where "r4"."institution" = ? and "r4"."until" is null and "r4"."record" is not null and "r4"."record_type" in (?) and "r4"."issued_on_day" <= "p"."day" and ("r4"."expires_on_day" is null or "r4"."expires_on_day" >= "p"."day")
group by p.year, "r4"."record" having count(*) >= 1)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r5"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_adoption" as "r5"
left join "record_standard" as "r6" on "r6"."institution" = ? and "r6"."until" is null and "r6"."code" = "r5"."standard"
left join "record_resource" as "r7" on "r7"."institution" = ? and "r7"."until" is null and "r7"."code" = "r5"."resource"
cross join period as p
where "r5"."institution" = ? and "r5"."until" is null and (("r6"."direction" in (?, ?)) or ("r7"."origin" in (?, ?))) and nullif((case when (case when (case when 9999999 <= coalesce("r5"."adopted_on_day", 9999999) then 9999999 else coalesce("r5"."adopted_on_day", 9999999) end) <= coalesce("r5"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r5"."adopted_on_day", 9999999) then 9999999 else coalesce("r5"."adopted_on_day", 9999999) end) else coalesce("r5"."registered_on_day", 9999999) end) <= coalesce("r5"."in_system_on_day", 9999999) then (case when (case when 9999999 <= coalesce("r5"."adopted_on_day", 9999999) then 9999999 else coalesce("r5"."adopted_on_day", 9999999) end) <= coalesce("r5"."registered_on_day", 9999999) then (case when 9999999 <= coalesce("r5"."adopted_on_day", 9999999) then 9999999 else coalesce("r5"."adopted_on_day", 9999999) end) else coalesce("r5"."registered_on_day", 9999999) end) else coalesce("r5"."in_system_on_day", 9999999) end), 9999999) <= "p"."day" and ("r5"."lapsed_on_day" is null or "r5"."lapsed_on_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- ST09 Programmes benchmarked to a foreign standard, by programme
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."code" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_programme" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and ("r1"."from_day" is null or "r1"."from_day" <= "p"."day") and ("r1"."to_day" is null or "r1"."to_day" >= "p"."day") and (p.year, "r1"."code") in (select p.year, "r2"."programme"
from "record_programme_standard" as "r2"
left join "record_standard" as "r3" on "r3"."institution" = ? and "r3"."until" is null and "r3"."code" = "r2"."standard"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and "r2"."programme" is not null and "r3"."direction" in (?) and ("r2"."from_day" is null or "r2"."from_day" <= "p"."day") and ("r2"."to_day" is null or "r2"."to_day" >= "p"."day")
group by p.year, "r2"."programme" having count(*) >= 1)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r4"."code" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_programme" as "r4"
cross join period as p
where "r4"."institution" = ? and "r4"."until" is null and ("r4"."from_day" is null or "r4"."from_day" <= "p"."day") and ("r4"."to_day" is null or "r4"."to_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- ST10 Equivalent units, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_standard_unit" as "r1"
left join "record_standard" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."standard"
left join "record_standard_version" as "r3" on "r3"."institution" = ? and "r3"."until" is null and "r3"."standard" = "r1"."standard" and "r3"."version" = "r1"."version" and "r3"."key" = (select min("r4"."key")
from "record_standard_version" as "r4"
where "r4"."institution" = ? and "r4"."until" is null and "r4"."standard" = "r1"."standard" and "r4"."version" = "r1"."version")
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."direction" in (?, ?) and nullif(cast("r3"."from_day" as text), '') is not null and ("r3"."from_day" is null or "r3"."from_day" <= "p"."day") and ("r3"."to_day" is null or "r3"."to_day" >= "p"."day") and (p.year, "r1"."standard", "r1"."version", "r1"."code") in (select p.year, "r5"."standard", "r5"."version", "r5"."unit_code"
from "record_standard_mapping" as "r5"
cross join period as p
where "r5"."institution" = ? and "r5"."until" is null and "r5"."standard" is not null and "r5"."version" is not null and "r5"."unit_code" is not null and "r5"."relation" in (?) and "r5"."assessed_on_day" <= "p"."day"
group by p.year, "r5"."standard", "r5"."version", "r5"."unit_code" having count(*) >= 1)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r7"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_standard_unit" as "r6"
left join "record_standard" as "r7" on "r7"."institution" = ? and "r7"."until" is null and "r7"."code" = "r6"."standard"
left join "record_standard_version" as "r8" on "r8"."institution" = ? and "r8"."until" is null and "r8"."standard" = "r6"."standard" and "r8"."version" = "r6"."version" and "r8"."key" = (select min("r9"."key")
from "record_standard_version" as "r9"
where "r9"."institution" = ? and "r9"."until" is null and "r9"."standard" = "r6"."standard" and "r9"."version" = "r6"."version")
cross join period as p
where "r6"."institution" = ? and "r6"."until" is null and "r7"."direction" in (?, ?) and nullif(cast("r8"."from_day" as text), '') is not null and ("r8"."from_day" is null or "r8"."from_day" <= "p"."day") and ("r8"."to_day" is null or "r8"."to_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- ST11 Standards reviewed on time, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_standard_version" as "r1"
left join "record_standard" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."standard"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and nullif(cast("r1"."review_due_day" as text), '') is not null and ("r1"."from_day" is null or "r1"."from_day" <= "p"."day") and ("r1"."to_day" is null or "r1"."to_day" >= "p"."day") and (((("r1"."from_day" is null or "r1"."from_day" <= "p"."day") and ("r1"."review_due_day" is null or "r1"."review_due_day" >= "p"."day"))) or ("r1"."reviewed_on_day" >= "r1"."review_due_day" and ("r1"."reviewed_on_day" <= "p"."day")))) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r4"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_standard_version" as "r3"
left join "record_standard" as "r4" on "r4"."institution" = ? and "r4"."until" is null and "r4"."code" = "r3"."standard"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and nullif(cast("r3"."review_due_day" as text), '') is not null and ("r3"."from_day" is null or "r3"."from_day" <= "p"."day") and ("r3"."to_day" is null or "r3"."to_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- PF01 Cooperation platforms, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_platform" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."founded_on_day" <= "p"."day" and ("r1"."closed_on_day" is null or "r1"."closed_on_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- PF02 Agreements in force, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_agreement" as "r1"
left join "record_partner" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."partner"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and ("r1"."from_day" is null or "r1"."from_day" <= "p"."day") and ("r1"."to_day" is null or "r1"."to_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- PF03 Active agreement rate, by country
with period ("year", "first", "last", "day", "class", "first_class", "trailing_12") as (values (2023, 19601, 19966, 19966, 2024, 2024, 19601)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_agreement" as "r1"
left join "record_partner" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."partner"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and ("r1"."from_day" is null or "r1"."from_day" <= "p"."day") and ("r1"."to_day" is null or "r1"."to_day" >= "p"."day") and (((p.year, "r1"."partner") in (select p.year, "r3"."partner"
from "record_mobility" as "r3"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and "r3"."partner" is not null and "r3"."start_day" <= "p"."day" and (coalesce("r3"."end_day", case when "r3"."start_day" >= 19966 then "r3"."start_day" else 19966 end) >= "p"."trailing_12")
group by p.year, "r3"."partner" having count(*) >= 1)) or ((p.year, "r1"."partner") in (select p.year, "r4"."sponsor"
from "record_training_session" as "r4"
cross join period as p
where "r4"."institution" = ? and "r4"."until" is null and "r4"."sponsor" is not null and "r4"."start_day" <= "p"."day" and (coalesce("r4"."end_day", case when "r4"."start_day" >= 19966 then "r4"."start_day" else 19966 end) >= "p"."trailing_12")
group by p.year, "r4"."sponsor" having count(*) >= 1)) or ((p.year, "r1"."partner") in (select p.year, "r5"."partner"
from "record_placement" as "r5"
cross join period as p
where "r5"."institution" = ? and "r5"."until" is null and "r5"."partner" is not null and "r5"."start_day" <= "p"."day" and (coalesce("r5"."end_day", case when "r5"."start_day" >= 19966 then "r5"."start_day" else 19966 end) >= "p"."trailing_12")
group by p.year, "r5"."partner" having count(*) >= 1)) or ((p.year, "r1"."partner") in (select p.year, "r6"."partner"
from "record_event" as "r6"
cross join period as p
where "r6"."institution" = ? and "r6"."until" is null and "r6"."partner" is not null and "r6"."start_day" <= "p"."day" and (coalesce("r6"."end_day", "r6"."start_day") >= "p"."trailing_12")
group by p.year, "r6"."partner" having count(*) >= 1)))) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r8"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_agreement" as "r7"
left join "record_partner" as "r8" on "r8"."institution" = ? and "r8"."until" is null and "r8"."code" = "r7"."partner"
cross join period as p
where "r7"."institution" = ? and "r7"."until" is null and ("r7"."from_day" is null or "r7"."from_day" <= "p"."day") and ("r7"."to_day" is null or "r7"."to_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- PF04 Partner organisations, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast("r1"."partner" as text), ''), ?) as "value"
from "record_agreement" as "r1"
left join "record_partner" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."partner"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and ("r1"."from_day" is null or "r1"."from_day" <= "p"."day") and ("r1"."to_day" is null or "r1"."to_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- PF04.new Partner organisations (new in the period), by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast("r1"."partner" as text), ''), ?) as "value"
from "record_agreement" as "r1"
left join "record_partner" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."partner"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."key" in (select ranked.key
from (select "r3"."key" as key, row_number() over (partition by (coalesce(cast("r3"."partner" as text), ''))
order by case when "r3"."from_day" is null then 0 else 1 end, "r3"."from_day", coalesce("r3"."first_day", -9999999), "r3"."key") as place
from "record_agreement" as "r3"
where "r3"."institution" = ? and "r3"."until" is null) as ranked
where ranked.place = 1) and "r1"."from_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- PF05 Partner countries, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(nullif(cast("r1"."country" as text), ''), ?), ?) as "value"
from "record_partner" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."country" not in (?, ?) and ("r1"."from_day" is null or "r1"."from_day" <= "p"."day") and ("r1"."to_day" is null or "r1"."to_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- PF05.new Partner countries (new in the period), by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(nullif(cast("r1"."country" as text), ''), ?), ?) as "value"
from "record_partner" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."country" not in (?, ?) and "r1"."key" in (select ranked.key
from (select "r2"."key" as key, row_number() over (partition by (coalesce(cast("r2"."country" as text), ''))
order by case when "r2"."from_day" is null then 0 else 1 end, "r2"."from_day", coalesce("r2"."first_day", -9999999), "r2"."key") as place
from "record_partner" as "r2"
where "r2"."institution" = ? and "r2"."until" is null and "r2"."country" not in (?, ?)) as ranked
where ranked.place = 1) and "r1"."from_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- PF05.agreements Partner countries (with an agreement in force), by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(nullif(cast("r2"."country" as text), ''), ?), ?) as "value"
from "record_agreement" as "r1"
left join "record_partner" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."partner"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."country" not in (?, ?) and ("r1"."from_day" is null or "r1"."from_day" <= "p"."day") and ("r1"."to_day" is null or "r1"."to_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- PF06 Teachers with posts in foreign organisations, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_office_held" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."country" not in (?, ?, ?, ?, ?) and ("r1"."from_day" is null or "r1"."from_day" <= "p"."day") and ("r1"."to_day" is null or "r1"."to_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- PF06.professional Teachers with posts in foreign professional organisations, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_office_held" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."professional" in (1) and "r1"."country" not in (?, ?, ?, ?, ?) and ("r1"."from_day" is null or "r1"."from_day" <= "p"."day") and ("r1"."to_day" is null or "r1"."to_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- PF07 Events hosted, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_event" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."kind" in (?, ?) and "r1"."role" in (?, ?) and "r1"."start_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- PF08 Overseas learners on online courses, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_online_learning" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."country" not in (?, ?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- PF09 Outputs per platform, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads", (coalesce(cast("r1"."platform" as text), '') || cast(? as text) || coalesce(cast(cast(? as text) as text), '') || cast(? as text) || coalesce(cast("r1"."session" as text), '')) as "value"
from "record_training_session" as "r1"
left join "record_platform" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."platform"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and nullif(cast("r1"."platform" as text), '') is not null and ("r2"."founded_on_day" <= "p"."day" and ("r2"."closed_on_day" is null or "r2"."closed_on_day" >= "p"."day")) and "r1"."start_day" between "p"."first" and "p"."last"
union all select "p"."year" as "year", coalesce(nullif(cast("r4"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r3"."person" as "person", coalesce("r3"."headcount", 1) as "heads", cast("r3"."headcount" as bigint) as "group_heads", (coalesce(cast("r3"."platform" as text), '') || cast(? as text) || coalesce(cast(cast(? as text) as text), '') || cast(? as text) || coalesce(cast((coalesce(cast("r3"."partner" as text), '') || cast(? as text) || coalesce(cast("r3"."country" as text), '') || cast(? as text) || coalesce(cast("r3"."start_day" as text), '')) as text), '')) as "value"
from "record_mobility" as "r3"
left join "record_platform" as "r4" on "r4"."institution" = ? and "r4"."until" is null and "r4"."code" = "r3"."platform"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and nullif(cast("r3"."platform" as text), '') is not null and ("r4"."founded_on_day" <= "p"."day" and ("r4"."closed_on_day" is null or "r4"."closed_on_day" >= "p"."day")) and "r3"."start_day" between "p"."first" and "p"."last"
union all select "p"."year" as "year", coalesce(nullif(cast("r6"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r5"."person" as "person", coalesce("r5"."headcount", 1) as "heads", cast("r5"."headcount" as bigint) as "group_heads", (coalesce(cast("r5"."platform" as text), '') || cast(? as text) || coalesce(cast(cast(? as text) as text), '') || cast(? as text) || coalesce(cast((coalesce(cast("r5"."partner" as text), '') || cast(? as text) || coalesce(cast("r5"."country" as text), '') || cast(? as text) || coalesce(cast("r5"."start_day" as text), '')) as text), '')) as "value"
from "record_placement" as "r5"
left join "record_platform" as "r6" on "r6"."institution" = ? and "r6"."until" is null and "r6"."code" = "r5"."platform"
cross join period as p
where "r5"."institution" = ? and "r5"."until" is null and nullif(cast("r5"."platform" as text), '') is not null and ("r6"."founded_on_day" <= "p"."day" and ("r6"."closed_on_day" is null or "r6"."closed_on_day" >= "p"."day")) and "r5"."start_day" between "p"."first" and "p"."last"
union all select "p"."year" as "year", coalesce(nullif(cast("r8"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r7"."platform" as text), '') || cast(? as text) || coalesce(cast(cast(? as text) as text), '') || cast(? as text) || coalesce(cast("r7"."code" as text), '')) as "value"
from "record_event" as "r7"
left join "record_platform" as "r8" on "r8"."institution" = ? and "r8"."until" is null and "r8"."code" = "r7"."platform"
cross join period as p
where "r7"."institution" = ? and "r7"."until" is null and nullif(cast("r7"."platform" as text), '') is not null and ("r8"."founded_on_day" <= "p"."day" and ("r8"."closed_on_day" is null or "r8"."closed_on_day" >= "p"."day")) and "r7"."start_day" between "p"."first" and "p"."last"
union all select "p"."year" as "year", coalesce(nullif(cast("r10"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r9"."platform" as text), '') || cast(? as text) || coalesce(cast(cast(? as text) as text), '') || cast(? as text) || coalesce(cast("r9"."key" as text), '')) as "value"
from "record_adoption" as "r9"
left join "record_platform" as "r10" on "r10"."institution" = ? and "r10"."until" is null and "r10"."code" = "r9"."platform"
cross join period as p
where "r9"."institution" = ? and "r9"."until" is null and nullif(cast("r9"."platform" as text), '') is not null and ("r10"."founded_on_day" <= "p"."day" and ("r10"."closed_on_day" is null or "r10"."closed_on_day" >= "p"."day")) and "r9"."adopted_on_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r11"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_platform" as "r11"
cross join period as p
where "r11"."institution" = ? and "r11"."until" is null and "r11"."founded_on_day" <= "p"."day" and ("r11"."closed_on_day" is null or "r11"."closed_on_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- PF10 Enterprises in collaboration, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads", nullif(nullif(cast("r1"."partner" as text), ''), ?) as "value"
from "record_placement" as "r1"
left join "record_partner" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."partner"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."type" in (?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")
union all select "p"."year" as "year", coalesce(nullif(cast("r4"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r3"."person" as "person", coalesce("r3"."headcount", 1) as "heads", cast("r3"."headcount" as bigint) as "group_heads", nullif(nullif(cast("r3"."sponsor" as text), ''), ?) as "value"
from "record_training_session" as "r3"
left join "record_partner" as "r4" on "r4"."institution" = ? and "r4"."until" is null and "r4"."code" = "r3"."sponsor"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and "r4"."type" in (?) and "r3"."start_day" <= "p"."last" and (coalesce("r3"."end_day", case when "r3"."start_day" >= 19966 then "r3"."start_day" else 19966 end) >= "p"."first")
union all select "p"."year" as "year", coalesce(nullif(cast("r6"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", nullif(nullif(cast("r5"."partner" as text), ''), ?) as "value"
from "record_agreement" as "r5"
left join "record_partner" as "r6" on "r6"."institution" = ? and "r6"."until" is null and "r6"."code" = "r5"."partner"
cross join period as p
where "r5"."institution" = ? and "r5"."until" is null and "r6"."type" in (?) and "r5"."signed_on_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- PF11 Recognitions in force, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_recognition" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."awarded_on_day" <= "p"."day" and ("r1"."valid_to_day" is null or "r1"."valid_to_day" >= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across";

-- SK01 Awards in competitions abroad, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct "m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r1"."event" as text), '') || cast(? as text) || coalesce(cast("r1"."skill" as text), '') || cast(? as text) || coalesce(cast(coalesce(nullif("r1"."team", ''), nullif("r1"."person", '')) as text), '')) as "value"
from "record_competition_result" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and ((nullif(cast("r1"."award" as text), '') is not null) or (nullif(cast("r1"."medal" as text), '') is not null)) and "r1"."country" not in (?, ?) and "r1"."date_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- SK02 WorldSkills medal points, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", case "r1"."medal" when ? then 4 when ? then 3 when ? then 2 when ? then 1 else 0 end as "value"
from "record_competition_result" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."series" in (?) and nullif(cast("r1"."medal" as text), '') is not null and (p.year, "r1"."key") in (select ranked.year, ranked.key
from (select p.year as year, "r2"."key" as key, row_number() over (partition by p.year, (coalesce(cast("r2"."event" as text), '')), (coalesce(cast("r2"."skill" as text), '')), (coalesce(cast(coalesce(nullif("r2"."team", ''), nullif("r2"."person", '')) as text), ''))
order by coalesce(case "r2"."medal" when ? then 4 when ? then 3 when ? then 2 when ? then 1 else 0 end, -9999999) desc, case when "r2"."date_day" is null then 0 else 1 end desc, "r2"."date_day" desc, coalesce("r2"."last_day", 9999999) desc, case when "r2"."source_id" is null then '' else "r2"."key" end, coalesce("r2"."event", ''), coalesce("r2"."skill", ''), coalesce("r2"."team", ''), coalesce("r2"."series", ''), coalesce("r2"."date_day", -9999999), coalesce("r2"."level", ''), coalesce("r2"."country", ''), coalesce("r2"."abroad", -9999999), coalesce("r2"."represents", ''), coalesce("r2"."rank", -9999999), coalesce("r2"."award", ''), coalesce("r2"."medal", ''), coalesce("r2"."score", -9999999), coalesce("r2"."scale", ''), coalesce("r2"."source_id", ''), coalesce("r2"."unit", ''), coalesce("r2"."note", ''), "r2"."key") as place
from "record_competition_result" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and "r2"."series" in (?) and nullif(cast("r2"."medal" as text), '') is not null and "r2"."date_day" between "p"."first" and "p"."last") as ranked
where ranked.place = 1) and "r1"."date_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- SK03 Mean WorldSkills Scale score, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, sum(m.heads) as n, sum(m.value * m.heads) as total, cast(null as bigint) as other, cast(sum(m.value * m.value * m.heads) as text) as squares, min(m.scale) as low, max(m.scale) as high
from (select *
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", cast("r1"."score" as bigint) as "value", (coalesce(cast("r1"."scale" as text), '')) as "scale"
from "record_competition_result" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."series" in (?) and nullif(cast("r1"."score" as text), '') is not null and nullif(cast("r1"."scale" as text), '') is not null and (p.year, "r1"."key") in (select ranked.year, ranked.key
from (select p.year as year, "r2"."key" as key, row_number() over (partition by p.year, (coalesce(cast("r2"."event" as text), '')), (coalesce(cast("r2"."skill" as text), '')), (coalesce(cast(coalesce(nullif("r2"."team", ''), nullif("r2"."person", '')) as text), ''))
order by coalesce("r2"."score", -9999999) desc, case when "r2"."date_day" is null then 0 else 1 end desc, "r2"."date_day" desc, coalesce("r2"."last_day", 9999999) desc, case when "r2"."source_id" is null then '' else "r2"."key" end, coalesce("r2"."event", ''), coalesce("r2"."skill", ''), coalesce("r2"."team", ''), coalesce("r2"."series", ''), coalesce("r2"."date_day", -9999999), coalesce("r2"."level", ''), coalesce("r2"."country", ''), coalesce("r2"."abroad", -9999999), coalesce("r2"."represents", ''), coalesce("r2"."rank", -9999999), coalesce("r2"."award", ''), coalesce("r2"."medal", ''), coalesce("r2"."score", -9999999), coalesce("r2"."scale", ''), coalesce("r2"."source_id", ''), coalesce("r2"."unit", ''), coalesce("r2"."note", ''), "r2"."key") as place
from "record_competition_result" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and "r2"."series" in (?) and nullif(cast("r2"."score" as text), '') is not null and nullif(cast("r2"."scale" as text), '') is not null and "r2"."date_day" between "p"."first" and "p"."last") as ranked
where ranked.place = 1) and "r1"."date_day" between "p"."first" and "p"."last") as every
where every.value is not null) as m
group by "m"."year", "m"."category", "m"."across";

-- SK04 Certificate rate, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_graduate_outcome" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and nullif(cast("r1"."person" as text), '') is not null and "r1"."class" between "p"."first_class" and "p"."class" and (p.year, "r1"."person") in (select p.year, "r2"."person"
from "record_certificate_award" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and "r2"."person" is not null and "r2"."awarded" in (1) and "r2"."date_day" <= "p"."day"
group by p.year, "r2"."person" having count(*) >= 1)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r3"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r3"."person" as "person", coalesce("r3"."headcount", 1) as "heads", cast("r3"."headcount" as bigint) as "group_heads"
from "record_graduate_outcome" as "r3"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and nullif(cast("r3"."person" as text), '') is not null and "r3"."class" between "p"."first_class" and "p"."class") as m
group by "m"."year", "m"."category", "m"."across";

-- SK05 X-certificate pass rate (first attempt), by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."heads") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_assessment_result" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."phase" in (?) and nullif(cast("r1"."certificate_level" as text), '') is not null and "r1"."key" in (select ranked.key
from (select "r2"."key" as key, row_number() over (partition by (coalesce(cast("r2"."person" as text), '')), (coalesce(cast("r2"."instrument" as text), '')), (coalesce(cast("r2"."version" as text), '')), (coalesce(cast("r2"."certificate_level" as text), ''))
order by case when "r2"."attempt" is null then 0 else 1 end, "r2"."attempt", coalesce("r2"."first_day", -9999999), coalesce("r2"."attempt", -1), "r2"."key") as place
from "record_assessment_result" as "r2"
where "r2"."institution" = ? and "r2"."until" is null and "r2"."phase" in (?) and nullif(cast("r2"."certificate_level" as text), '') is not null) as ranked
where ranked.place = 1) and "r1"."date_day" between "p"."first" and "p"."last" and "r1"."passed" in (1)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."heads") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r3"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r3"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_assessment_result" as "r3"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and "r3"."phase" in (?) and nullif(cast("r3"."certificate_level" as text), '') is not null and "r3"."key" in (select ranked.key
from (select "r4"."key" as key, row_number() over (partition by (coalesce(cast("r4"."person" as text), '')), (coalesce(cast("r4"."instrument" as text), '')), (coalesce(cast("r4"."version" as text), '')), (coalesce(cast("r4"."certificate_level" as text), ''))
order by case when "r4"."attempt" is null then 0 else 1 end, "r4"."attempt", coalesce("r4"."first_day", -9999999), coalesce("r4"."attempt", -1), "r4"."key") as place
from "record_assessment_result" as "r4"
where "r4"."institution" = ? and "r4"."until" is null and "r4"."phase" in (?) and nullif(cast("r4"."certificate_level" as text), '') is not null) as ranked
where ranked.place = 1) and "r3"."date_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- SK05.best X-certificate pass rate (best attempt), by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."heads") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_assessment_result" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."phase" in (?) and nullif(cast("r1"."certificate_level" as text), '') is not null and (p.year, "r1"."key") in (select ranked.year, ranked.key
from (select p.year as year, "r2"."key" as key, row_number() over (partition by p.year, (coalesce(cast("r2"."person" as text), '')), (coalesce(cast("r2"."instrument" as text), '')), (coalesce(cast("r2"."version" as text), '')), (coalesce(cast("r2"."certificate_level" as text), ''))
order by case when "r2"."passed" is null then 0 else 1 end desc, "r2"."passed" desc, coalesce("r2"."first_day", -9999999), coalesce("r2"."attempt", -1), "r2"."key") as place
from "record_assessment_result" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and "r2"."phase" in (?) and nullif(cast("r2"."certificate_level" as text), '') is not null and "r2"."date_day" between "p"."first" and "p"."last") as ranked
where ranked.place = 1) and "r1"."date_day" between "p"."first" and "p"."last" and "r1"."passed" in (1)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."heads") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r3"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r3"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_assessment_result" as "r3"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and "r3"."phase" in (?) and nullif(cast("r3"."certificate_level" as text), '') is not null and (p.year, "r3"."key") in (select ranked.year, ranked.key
from (select p.year as year, "r4"."key" as key, row_number() over (partition by p.year, (coalesce(cast("r4"."person" as text), '')), (coalesce(cast("r4"."instrument" as text), '')), (coalesce(cast("r4"."version" as text), '')), (coalesce(cast("r4"."certificate_level" as text), ''))
order by case when "r4"."passed" is null then 0 else 1 end desc, "r4"."passed" desc, coalesce("r4"."first_day", -9999999), coalesce("r4"."attempt", -1), "r4"."key") as place
from "record_assessment_result" as "r4"
cross join period as p
where "r4"."institution" = ? and "r4"."until" is null and "r4"."phase" in (?) and nullif(cast("r4"."certificate_level" as text), '') is not null and "r4"."date_day" between "p"."first" and "p"."last") as ranked
where ranked.place = 1) and "r3"."date_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- SK06 International certificate rate, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_certificate_award" as "r1"
left join "record_certificate_type" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."certificate"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and (("r2"."international" in (1)) or ("r2"."country" not in (?, ?, ?, ?, ?))) and "r1"."date_day" between "p"."first" and "p"."last" and "r1"."awarded" in (1)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r4"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r3"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_certificate_award" as "r3"
left join "record_certificate_type" as "r4" on "r4"."institution" = ? and "r4"."until" is null and "r4"."code" = "r3"."certificate"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and (("r4"."international" in (1)) or ("r4"."country" not in (?, ?, ?, ?, ?))) and "r3"."date_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- SK07 Chinese level attained at graduation, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_graduate_outcome" as "r1"
left join "record_programme" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."programme"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and nullif(cast("r1"."person" as text), '') is not null and "r2"."language" in (?) and "r1"."nationality" not in (?, ?, ?, ?, ?) and "r1"."class" between "p"."first_class" and "p"."class" and (p.year, "r1"."person") in (select p.year, "r3"."person"
from "record_language_result" as "r3"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and "r3"."person" is not null and "r3"."scale" in (?) and "r3"."level" >= "r3"."required_level" and "r3"."date_day" <= "p"."day"
group by p.year, "r3"."person" having count(*) >= 1)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r4"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r4"."person" as "person", coalesce("r4"."headcount", 1) as "heads", cast("r4"."headcount" as bigint) as "group_heads"
from "record_graduate_outcome" as "r4"
left join "record_programme" as "r5" on "r5"."institution" = ? and "r5"."until" is null and "r5"."code" = "r4"."programme"
cross join period as p
where "r4"."institution" = ? and "r4"."until" is null and nullif(cast("r4"."person" as text), '') is not null and "r5"."language" in (?) and "r4"."nationality" not in (?, ?, ?, ?, ?) and "r4"."class" between "p"."first_class" and "p"."class") as m
group by "m"."year", "m"."category", "m"."across";

-- SK08 Occupational Chinese attained, by programme
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_language_result" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."scale" in (?) and (p.year, "r1"."key") in (select ranked.year, ranked.key
from (select p.year as year, "r2"."key" as key, row_number() over (partition by p.year, (coalesce(cast("r2"."person" as text), ''))
order by case when "r2"."date_day" is null then 0 else 1 end desc, "r2"."date_day" desc, coalesce("r2"."last_day", 9999999) desc, "r2"."key") as place
from "record_language_result" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and "r2"."scale" in (?) and "r2"."date_day" between "p"."first" and "p"."last") as ranked
where ranked.place = 1) and "r1"."date_day" between "p"."first" and "p"."last" and "r1"."level" >= "r1"."required_level") as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r3"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r3"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_language_result" as "r3"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and "r3"."scale" in (?) and (p.year, "r3"."key") in (select ranked.year, ranked.key
from (select p.year as year, "r4"."key" as key, row_number() over (partition by p.year, (coalesce(cast("r4"."person" as text), ''))
order by case when "r4"."date_day" is null then 0 else 1 end desc, "r4"."date_day" desc, coalesce("r4"."last_day", 9999999) desc, "r4"."key") as place
from "record_language_result" as "r4"
cross join period as p
where "r4"."institution" = ? and "r4"."until" is null and "r4"."scale" in (?) and "r4"."date_day" between "p"."first" and "p"."last") as ranked
where ranked.place = 1) and "r3"."date_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- SK09 Competency attainment, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, m.unit_key as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum(m.heads) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r6"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r6"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r6"."standard" as text), '') || cast(? as text) || coalesce(cast("r6"."standard_version" as text), '')) as "version_key", (coalesce(cast("r6"."standard" as text), '') || cast(? as text) || coalesce(cast("r6"."standard_version" as text), '') || cast(? as text) || coalesce(cast("r6"."standard_unit" as text), '')) as "unit_key"
from "record_assessment_result" as "r6"
cross join period as p
where "r6"."institution" = ? and "r6"."until" is null and nullif(cast("r6"."standard_unit" as text), '') is not null and (p.year, "r6"."key") in (select ranked.year, ranked.key
from (select p.year as year, "r7"."key" as key, row_number() over (partition by p.year, (coalesce(cast("r7"."person" as text), '')), (coalesce(cast("r7"."standard" as text), '')), (coalesce(cast("r7"."standard_version" as text), '')), (coalesce(cast("r7"."standard_unit" as text), ''))
order by case when "r7"."date_day" is null then 0 else 1 end desc, "r7"."date_day" desc, coalesce("r7"."last_day", 9999999) desc, coalesce("r7"."attempt", -1) desc, "r7"."key") as place
from "record_assessment_result" as "r7"
cross join period as p
where "r7"."institution" = ? and "r7"."until" is null and nullif(cast("r7"."standard_unit" as text), '') is not null and "r7"."date_day" between "p"."first" and "p"."last") as ranked
where ranked.place = 1) and "r6"."date_day" between "p"."first" and "p"."last" and "r6"."competent" in (1)) as m
group by "m"."year", "m"."category", "m"."across", m.unit_key
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, m.unit_key as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum(m.heads) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r8"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r8"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r8"."standard" as text), '') || cast(? as text) || coalesce(cast("r8"."standard_version" as text), '')) as "version_key", (coalesce(cast("r8"."standard" as text), '') || cast(? as text) || coalesce(cast("r8"."standard_version" as text), '') || cast(? as text) || coalesce(cast("r8"."standard_unit" as text), '')) as "unit_key"
from "record_assessment_result" as "r8"
cross join period as p
where "r8"."institution" = ? and "r8"."until" is null and nullif(cast("r8"."standard_unit" as text), '') is not null and (p.year, "r8"."key") in (select ranked.year, ranked.key
from (select p.year as year, "r9"."key" as key, row_number() over (partition by p.year, (coalesce(cast("r9"."person" as text), '')), (coalesce(cast("r9"."standard" as text), '')), (coalesce(cast("r9"."standard_version" as text), '')), (coalesce(cast("r9"."standard_unit" as text), ''))
order by case when "r9"."date_day" is null then 0 else 1 end desc, "r9"."date_day" desc, coalesce("r9"."last_day", 9999999) desc, coalesce("r9"."attempt", -1) desc, "r9"."key") as place
from "record_assessment_result" as "r9"
cross join period as p
where "r9"."institution" = ? and "r9"."until" is null and nullif(cast("r9"."standard_unit" as text), '') is not null and "r9"."date_day" between "p"."first" and "p"."last") as ranked
where ranked.place = 1) and "r8"."date_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across", m.unit_key
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, m.version_key as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select *
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r2"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r2"."standard" as text), '') || cast(? as text) || coalesce(cast("r2"."standard_version" as text), '')) as "version_key", (coalesce(cast("r2"."standard" as text), '') || cast(? as text) || coalesce(cast("r2"."standard_version" as text), '') || cast(? as text) || coalesce(cast("r2"."standard_unit" as text), '')) as "unit_key"
from "record_assessment_result" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and nullif(cast("r2"."standard_unit" as text), '') is not null and (p.year, "r2"."key") in (select ranked.year, ranked.key
from (select p.year as year, "r3"."key" as key, row_number() over (partition by p.year, (coalesce(cast("r3"."person" as text), '')), (coalesce(cast("r3"."standard" as text), '')), (coalesce(cast("r3"."standard_version" as text), '')), (coalesce(cast("r3"."standard_unit" as text), ''))
order by case when "r3"."date_day" is null then 0 else 1 end desc, "r3"."date_day" desc, coalesce("r3"."last_day", 9999999) desc, coalesce("r3"."attempt", -1) desc, "r3"."key") as place
from "record_assessment_result" as "r3"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and nullif(cast("r3"."standard_unit" as text), '') is not null and "r3"."date_day" between "p"."first" and "p"."last") as ranked
where ranked.place = 1) and "r2"."date_day" between "p"."first" and "p"."last") as every
where every.unit_key in (select (coalesce(cast("r4"."standard" as text), '') || cast(? as text) || coalesce(cast("r4"."version" as text), '') || cast(? as text) || coalesce(cast("r4"."code" as text), ''))
from "record_standard_unit" as "r4"
where "r4"."institution" = ? and "r4"."until" is null and "r4"."weight" > 0) or every.version_key not in (select (coalesce(cast("r5"."standard" as text), '') || cast(? as text) || coalesce(cast("r5"."version" as text), ''))
from "record_standard_unit" as "r5"
where "r5"."institution" = ? and "r5"."until" is null and "r5"."weight" > 0)) as m
group by "m"."year", "m"."category", "m"."across", m.version_key
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum(m.heads) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r10"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r10"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r10"."standard" as text), '') || cast(? as text) || coalesce(cast("r10"."standard_version" as text), '')) as "version_key", (coalesce(cast("r10"."standard" as text), '') || cast(? as text) || coalesce(cast("r10"."standard_version" as text), '') || cast(? as text) || coalesce(cast("r10"."standard_unit" as text), '')) as "unit_key"
from "record_assessment_result" as "r10"
cross join period as p
where "r10"."institution" = ? and "r10"."until" is null and nullif(cast("r10"."standard_unit" as text), '') is not null and (p.year, "r10"."key") in (select ranked.year, ranked.key
from (select p.year as year, "r11"."key" as key, row_number() over (partition by p.year, (coalesce(cast("r11"."person" as text), '')), (coalesce(cast("r11"."standard" as text), '')), (coalesce(cast("r11"."standard_version" as text), '')), (coalesce(cast("r11"."standard_unit" as text), ''))
order by case when "r11"."date_day" is null then 0 else 1 end desc, "r11"."date_day" desc, coalesce("r11"."last_day", 9999999) desc, coalesce("r11"."attempt", -1) desc, "r11"."key") as place
from "record_assessment_result" as "r11"
cross join period as p
where "r11"."institution" = ? and "r11"."until" is null and nullif(cast("r11"."standard_unit" as text), '') is not null and "r11"."date_day" between "p"."first" and "p"."last") as ranked
where ranked.place = 1) and "r10"."date_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, m.unit_key as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, max(m.weight) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select p.year as year, cast(null as text) as category, cast(null as text) as across, cast(null as text) as person, cast(null as bigint) as group_heads, (coalesce(cast("r1"."standard" as text), '') || cast(? as text) || coalesce(cast("r1"."version" as text), '') || cast(? as text) || coalesce(cast("r1"."code" as text), '')) as unit_key, "r1"."weight" as weight
from "record_standard_unit" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null) as m
group by "m"."year", "m"."category", "m"."across", m.unit_key;

-- SK10 Coverage of the standard, by type
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."type" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_standard_unit" as "r1"
left join "record_standard" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."standard"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and (p.year, "r1"."standard", "r1"."version") in (select p.year, "r3"."standard", "r3"."standard_version"
from "record_assessment_result" as "r3"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and "r3"."standard" is not null and "r3"."standard_version" is not null and nullif(cast("r3"."standard_unit" as text), '') is not null and "r3"."date_day" between "p"."first" and "p"."last"
group by p.year, "r3"."standard", "r3"."standard_version" having count(*) >= 1) and 1 = 1 and (p.year, "r1"."standard", "r1"."version", "r1"."code") in (select p.year, "r4"."standard", "r4"."standard_version", "r4"."standard_unit"
from "record_assessment_result" as "r4"
cross join period as p
where "r4"."institution" = ? and "r4"."until" is null and "r4"."standard" is not null and "r4"."standard_version" is not null and "r4"."standard_unit" is not null and "r4"."date_day" between "p"."first" and "p"."last"
group by p.year, "r4"."standard", "r4"."standard_version", "r4"."standard_unit" having count(*) >= 1)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r6"."type" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_standard_unit" as "r5"
left join "record_standard" as "r6" on "r6"."institution" = ? and "r6"."until" is null and "r6"."code" = "r5"."standard"
cross join period as p
where "r5"."institution" = ? and "r5"."until" is null and (p.year, "r5"."standard", "r5"."version") in (select p.year, "r7"."standard", "r7"."standard_version"
from "record_assessment_result" as "r7"
cross join period as p
where "r7"."institution" = ? and "r7"."until" is null and "r7"."standard" is not null and "r7"."standard_version" is not null and nullif(cast("r7"."standard_unit" as text), '') is not null and "r7"."date_day" between "p"."first" and "p"."last"
group by p.year, "r7"."standard", "r7"."standard_version" having count(*) >= 1) and 1 = 1) as m
group by "m"."year", "m"."category", "m"."across";

-- SK11 Mean pre/post gain, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, count(*) as n, sum("m"."gain") as total, sum(m.room) as other, cast(sum("m"."gain" * "m"."gain") as text) as squares, min(m.scale) as low, max(m.scale) as high
from (select a.year as year, a.category as category, a.across as across, a.person as person, a.heads as heads, a.group_heads as group_heads, a.value - b.value as gain, b.most - b.value as room, a.scale as scale
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r1"."person" as text), '') || cast(? as text) || coalesce(cast("r1"."instrument" as text), '') || cast(? as text) || coalesce(cast("r1"."version" as text), '')) as "pair_key", cast("r1"."raw" as bigint) as "value", cast(null as bigint) as "most", (coalesce(cast("r1"."instrument" as text), '') || cast(? as text) || coalesce(cast("r1"."version" as text), '')) as "scale", "r1"."date_day" as "held_on"
from "record_assessment_result" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."phase" in (?, ?) and nullif(cast("r1"."raw" as text), '') is not null and "r1"."key" in (select ranked.key
from (select "r2"."key" as key, row_number() over (partition by (coalesce(cast("r2"."person" as text), '')), (coalesce(cast("r2"."instrument" as text), '')), (coalesce(cast("r2"."version" as text), '')), (coalesce(cast("r2"."phase" as text), ''))
order by case when "r2"."attempt" is null then 0 else 1 end, "r2"."attempt", coalesce("r2"."first_day", -9999999), coalesce("r2"."attempt", -1), "r2"."key") as place
from "record_assessment_result" as "r2"
where "r2"."institution" = ? and "r2"."until" is null and "r2"."phase" in (?, ?) and nullif(cast("r2"."raw" as text), '') is not null) as ranked
where ranked.place = 1) and "r1"."date_day" between "p"."first" and "p"."last" and "r1"."phase" in (?)) as a join (with made as materialized (select cast(null as text) as "category", cast(null as text) as "across", "r3"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r3"."person" as text), '') || cast(? as text) || coalesce(cast("r3"."instrument" as text), '') || cast(? as text) || coalesce(cast("r3"."version" as text), '')) as "pair_key", cast("r3"."raw" as bigint) as "value", cast(null as bigint) as "most", (coalesce(cast("r3"."instrument" as text), '') || cast(? as text) || coalesce(cast("r3"."version" as text), '')) as "scale", "r3"."date_day" as "held_on"
from "record_assessment_result" as "r3"
where "r3"."institution" = ? and "r3"."until" is null and "r3"."phase" in (?, ?) and nullif(cast("r3"."raw" as text), '') is not null and "r3"."key" in (select ranked.key
from (select "r4"."key" as key, row_number() over (partition by (coalesce(cast("r4"."person" as text), '')), (coalesce(cast("r4"."instrument" as text), '')), (coalesce(cast("r4"."version" as text), '')), (coalesce(cast("r4"."phase" as text), ''))
order by case when "r4"."attempt" is null then 0 else 1 end, "r4"."attempt", coalesce("r4"."first_day", -9999999), coalesce("r4"."attempt", -1), "r4"."key") as place
from "record_assessment_result" as "r4"
where "r4"."institution" = ? and "r4"."until" is null and "r4"."phase" in (?, ?) and nullif(cast("r4"."raw" as text), '') is not null) as ranked
where ranked.place = 1) and "r3"."phase" in (?)) select *
from made) as b on a.pair_key = b.pair_key
where 1 = 1) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select b.year as year, b.category as category, b.across as across, b.person as person, b.heads as heads, b.group_heads as group_heads
from (select "p"."year" as "year", coalesce(nullif(cast("r5"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r5"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r5"."person" as text), '') || cast(? as text) || coalesce(cast("r5"."instrument" as text), '') || cast(? as text) || coalesce(cast("r5"."version" as text), '')) as "pair_key", cast("r5"."raw" as bigint) as "value", cast(null as bigint) as "most", (coalesce(cast("r5"."instrument" as text), '') || cast(? as text) || coalesce(cast("r5"."version" as text), '')) as "scale", "r5"."date_day" as "held_on"
from "record_assessment_result" as "r5"
cross join period as p
where "r5"."institution" = ? and "r5"."until" is null and "r5"."phase" in (?, ?) and nullif(cast("r5"."raw" as text), '') is not null and "r5"."key" in (select ranked.key
from (select "r6"."key" as key, row_number() over (partition by (coalesce(cast("r6"."person" as text), '')), (coalesce(cast("r6"."instrument" as text), '')), (coalesce(cast("r6"."version" as text), '')), (coalesce(cast("r6"."phase" as text), ''))
order by case when "r6"."attempt" is null then 0 else 1 end, "r6"."attempt", coalesce("r6"."first_day", -9999999), coalesce("r6"."attempt", -1), "r6"."key") as place
from "record_assessment_result" as "r6"
where "r6"."institution" = ? and "r6"."until" is null and "r6"."phase" in (?, ?) and nullif(cast("r6"."raw" as text), '') is not null) as ranked
where ranked.place = 1) and "r5"."date_day" between "p"."first" and "p"."last" and "r5"."phase" in (?)) as b join period as p on p.year = b.year
left join (select pair_key, min(held_on) as held_on
from (select cast(null as text) as "category", cast(null as text) as "across", "r7"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r7"."person" as text), '') || cast(? as text) || coalesce(cast("r7"."instrument" as text), '') || cast(? as text) || coalesce(cast("r7"."version" as text), '')) as "pair_key", cast("r7"."raw" as bigint) as "value", cast(null as bigint) as "most", (coalesce(cast("r7"."instrument" as text), '') || cast(? as text) || coalesce(cast("r7"."version" as text), '')) as "scale", "r7"."date_day" as "held_on"
from "record_assessment_result" as "r7"
where "r7"."institution" = ? and "r7"."until" is null and "r7"."phase" in (?, ?) and nullif(cast("r7"."raw" as text), '') is not null and "r7"."key" in (select ranked.key
from (select "r8"."key" as key, row_number() over (partition by (coalesce(cast("r8"."person" as text), '')), (coalesce(cast("r8"."instrument" as text), '')), (coalesce(cast("r8"."version" as text), '')), (coalesce(cast("r8"."phase" as text), ''))
order by case when "r8"."attempt" is null then 0 else 1 end, "r8"."attempt", coalesce("r8"."first_day", -9999999), coalesce("r8"."attempt", -1), "r8"."key") as place
from "record_assessment_result" as "r8"
where "r8"."institution" = ? and "r8"."until" is null and "r8"."phase" in (?, ?) and nullif(cast("r8"."raw" as text), '') is not null) as ranked
where ranked.place = 1) and "r7"."phase" in (?)) as every
group by pair_key) as a on a.pair_key = b.pair_key
where a.held_on is null or a.held_on > "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- SK12 Normalised gain, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, count(*) as n, sum("m"."gain") as total, sum(m.room) as other, cast(sum("m"."gain" * "m"."gain") as text) as squares, min(m.scale) as low, max(m.scale) as high
from (select a.year as year, a.category as category, a.across as across, a.person as person, a.heads as heads, a.group_heads as group_heads, a.value - b.value as gain, b.most - b.value as room, a.scale as scale
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r1"."person" as text), '') || cast(? as text) || coalesce(cast("r1"."instrument" as text), '') || cast(? as text) || coalesce(cast("r1"."version" as text), '')) as "pair_key", cast("r1"."raw" as bigint) as "value", cast("r1"."max" as bigint) as "most", (coalesce(cast("r1"."instrument" as text), '') || cast(? as text) || coalesce(cast("r1"."version" as text), '')) as "scale", "r1"."date_day" as "held_on"
from "record_assessment_result" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."phase" in (?, ?) and nullif(cast("r1"."raw" as text), '') is not null and "r1"."key" in (select ranked.key
from (select "r2"."key" as key, row_number() over (partition by (coalesce(cast("r2"."person" as text), '')), (coalesce(cast("r2"."instrument" as text), '')), (coalesce(cast("r2"."version" as text), '')), (coalesce(cast("r2"."phase" as text), ''))
order by case when "r2"."attempt" is null then 0 else 1 end, "r2"."attempt", coalesce("r2"."first_day", -9999999), coalesce("r2"."attempt", -1), "r2"."key") as place
from "record_assessment_result" as "r2"
where "r2"."institution" = ? and "r2"."until" is null and "r2"."phase" in (?, ?) and nullif(cast("r2"."raw" as text), '') is not null) as ranked
where ranked.place = 1) and "r1"."date_day" between "p"."first" and "p"."last" and "r1"."phase" in (?)) as a join (with made as materialized (select cast(null as text) as "category", cast(null as text) as "across", "r3"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r3"."person" as text), '') || cast(? as text) || coalesce(cast("r3"."instrument" as text), '') || cast(? as text) || coalesce(cast("r3"."version" as text), '')) as "pair_key", cast("r3"."raw" as bigint) as "value", cast("r3"."max" as bigint) as "most", (coalesce(cast("r3"."instrument" as text), '') || cast(? as text) || coalesce(cast("r3"."version" as text), '')) as "scale", "r3"."date_day" as "held_on"
from "record_assessment_result" as "r3"
where "r3"."institution" = ? and "r3"."until" is null and "r3"."phase" in (?, ?) and nullif(cast("r3"."raw" as text), '') is not null and "r3"."key" in (select ranked.key
from (select "r4"."key" as key, row_number() over (partition by (coalesce(cast("r4"."person" as text), '')), (coalesce(cast("r4"."instrument" as text), '')), (coalesce(cast("r4"."version" as text), '')), (coalesce(cast("r4"."phase" as text), ''))
order by case when "r4"."attempt" is null then 0 else 1 end, "r4"."attempt", coalesce("r4"."first_day", -9999999), coalesce("r4"."attempt", -1), "r4"."key") as place
from "record_assessment_result" as "r4"
where "r4"."institution" = ? and "r4"."until" is null and "r4"."phase" in (?, ?) and nullif(cast("r4"."raw" as text), '') is not null) as ranked
where ranked.place = 1) and "r3"."phase" in (?)) select *
from made) as b on a.pair_key = b.pair_key
where b.most is not null) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(*) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select b.year as year, b.category as category, b.across as across, b.person as person, b.heads as heads, b.group_heads as group_heads
from (select "p"."year" as "year", coalesce(nullif(cast("r5"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r5"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r5"."person" as text), '') || cast(? as text) || coalesce(cast("r5"."instrument" as text), '') || cast(? as text) || coalesce(cast("r5"."version" as text), '')) as "pair_key", cast("r5"."raw" as bigint) as "value", cast("r5"."max" as bigint) as "most", (coalesce(cast("r5"."instrument" as text), '') || cast(? as text) || coalesce(cast("r5"."version" as text), '')) as "scale", "r5"."date_day" as "held_on"
from "record_assessment_result" as "r5"
cross join period as p
where "r5"."institution" = ? and "r5"."until" is null and "r5"."phase" in (?, ?) and nullif(cast("r5"."raw" as text), '') is not null and "r5"."key" in (select ranked.key
from (select "r6"."key" as key, row_number() over (partition by (coalesce(cast("r6"."person" as text), '')), (coalesce(cast("r6"."instrument" as text), '')), (coalesce(cast("r6"."version" as text), '')), (coalesce(cast("r6"."phase" as text), ''))
order by case when "r6"."attempt" is null then 0 else 1 end, "r6"."attempt", coalesce("r6"."first_day", -9999999), coalesce("r6"."attempt", -1), "r6"."key") as place
from "record_assessment_result" as "r6"
where "r6"."institution" = ? and "r6"."until" is null and "r6"."phase" in (?, ?) and nullif(cast("r6"."raw" as text), '') is not null) as ranked
where ranked.place = 1) and "r5"."date_day" between "p"."first" and "p"."last" and "r5"."phase" in (?)) as b join period as p on p.year = b.year
left join (select pair_key, min(held_on) as held_on
from (select cast(null as text) as "category", cast(null as text) as "across", "r7"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads", (coalesce(cast("r7"."person" as text), '') || cast(? as text) || coalesce(cast("r7"."instrument" as text), '') || cast(? as text) || coalesce(cast("r7"."version" as text), '')) as "pair_key", cast("r7"."raw" as bigint) as "value", cast("r7"."max" as bigint) as "most", (coalesce(cast("r7"."instrument" as text), '') || cast(? as text) || coalesce(cast("r7"."version" as text), '')) as "scale", "r7"."date_day" as "held_on"
from "record_assessment_result" as "r7"
where "r7"."institution" = ? and "r7"."until" is null and "r7"."phase" in (?, ?) and nullif(cast("r7"."raw" as text), '') is not null and "r7"."key" in (select ranked.key
from (select "r8"."key" as key, row_number() over (partition by (coalesce(cast("r8"."person" as text), '')), (coalesce(cast("r8"."instrument" as text), '')), (coalesce(cast("r8"."version" as text), '')), (coalesce(cast("r8"."phase" as text), ''))
order by case when "r8"."attempt" is null then 0 else 1 end, "r8"."attempt", coalesce("r8"."first_day", -9999999), coalesce("r8"."attempt", -1), "r8"."key") as place
from "record_assessment_result" as "r8"
where "r8"."institution" = ? and "r8"."until" is null and "r8"."phase" in (?, ?) and nullif(cast("r8"."raw" as text), '') is not null) as ranked
where ranked.place = 1) and "r7"."phase" in (?)) as every
group by pair_key) as a on a.pair_key = b.pair_key
where a.held_on is null or a.held_on > "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- SK13 Overseas trainee pass rate, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."heads") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_assessment_result" as "r1"
left join "record_overseas_site" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."site"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."phase" in (?) and nullif(cast("r1"."site" as text), '') is not null and "r1"."key" in (select ranked.key
from (select "r3"."key" as key, row_number() over (partition by (coalesce(cast("r3"."person" as text), '')), (coalesce(cast("r3"."instrument" as text), '')), (coalesce(cast("r3"."version" as text), ''))
order by case when "r3"."attempt" is null then 0 else 1 end, "r3"."attempt", coalesce("r3"."first_day", -9999999), coalesce("r3"."attempt", -1), "r3"."key") as place
from "record_assessment_result" as "r3"
where "r3"."institution" = ? and "r3"."until" is null and "r3"."phase" in (?) and nullif(cast("r3"."site" as text), '') is not null) as ranked
where ranked.place = 1) and "r1"."date_day" between "p"."first" and "p"."last" and "r1"."passed" in (1)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."heads") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r5"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r4"."person" as "person", 1 as "heads", cast(? as bigint) as "group_heads"
from "record_assessment_result" as "r4"
left join "record_overseas_site" as "r5" on "r5"."institution" = ? and "r5"."until" is null and "r5"."code" = "r4"."site"
cross join period as p
where "r4"."institution" = ? and "r4"."until" is null and "r4"."phase" in (?) and nullif(cast("r4"."site" as text), '') is not null and "r4"."key" in (select ranked.key
from (select "r6"."key" as key, row_number() over (partition by (coalesce(cast("r6"."person" as text), '')), (coalesce(cast("r6"."instrument" as text), '')), (coalesce(cast("r6"."version" as text), ''))
order by case when "r6"."attempt" is null then 0 else 1 end, "r6"."attempt", coalesce("r6"."first_day", -9999999), coalesce("r6"."attempt", -1), "r6"."key") as place
from "record_assessment_result" as "r6"
where "r6"."institution" = ? and "r6"."until" is null and "r6"."phase" in (?) and nullif(cast("r6"."site" as text), '') is not null) as ranked
where ranked.place = 1) and "r4"."date_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- SK14 Completion rate, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."heads") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and case when "r1"."planned_days" is null then "r1"."end_day" else "r1"."start_day" + "r1"."planned_days" - 1 end between "p"."first" and "p"."last" and "r1"."outcome" in (?) and ("r1"."end_day" <= "p"."day")) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."heads") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r2"."person" as "person", coalesce("r2"."headcount", 1) as "heads", cast("r2"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and case when "r2"."planned_days" is null then "r2"."end_day" else "r2"."start_day" + "r2"."planned_days" - 1 end between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, cast(null as bigint) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r3"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r3"."person" as "person", coalesce("r3"."headcount", 1) as "heads", cast("r3"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r3"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and case when "r3"."planned_days" is null then "r3"."end_day" else "r3"."start_day" + "r3"."planned_days" - 1 end between "p"."first" and "p"."last" and nullif(cast("r3"."outcome" as text), '') is not null) as m
group by "m"."year", "m"."category", "m"."across";

-- SK15.aug Destination rate (31 August), by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_graduate_outcome" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."observation" in (?) and "r1"."class" between "p"."first_class" and "p"."class" and "r1"."status" in (?, ?, ?, ?)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r2"."person" as "person", coalesce("r2"."headcount", 1) as "heads", cast("r2"."headcount" as bigint) as "group_heads"
from "record_graduate_outcome" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and "r2"."observation" in (?) and "r2"."class" between "p"."first_class" and "p"."class") as m
group by "m"."year", "m"."category", "m"."across";

-- SK15.dec Destination rate (31 December), by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_graduate_outcome" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."observation" in (?) and "r1"."class" between "p"."first_class" and "p"."class" and "r1"."status" in (?, ?, ?, ?)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r2"."person" as "person", coalesce("r2"."headcount", 1) as "heads", cast("r2"."headcount" as bigint) as "group_heads"
from "record_graduate_outcome" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and "r2"."observation" in (?) and "r2"."class" between "p"."first_class" and "p"."class") as m
group by "m"."year", "m"."category", "m"."across";

-- SK16 Employed one year after, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_graduate_outcome" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."observation" in (?) and "r1"."class" between "p"."first_class" and "p"."class" and "r1"."status" in (?, ?, ?)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r2"."person" as "person", coalesce("r2"."headcount", 1) as "heads", cast("r2"."headcount" as bigint) as "group_heads"
from "record_graduate_outcome" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and "r2"."observation" in (?) and "r2"."class" between "p"."first_class" and "p"."class") as m
group by "m"."year", "m"."category", "m"."across";

-- SK17 Job matches programme, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_graduate_outcome" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."observation" in (?) and "r1"."status" in (?, ?, ?) and "r1"."class" between "p"."first_class" and "p"."class" and "r1"."matched" in (1)) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r2"."person" as "person", coalesce("r2"."headcount", 1) as "heads", cast("r2"."headcount" as bigint) as "group_heads"
from "record_graduate_outcome" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and "r2"."observation" in (?) and "r2"."status" in (?, ?, ?) and "r2"."class" between "p"."first_class" and "p"."class") as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, cast(null as bigint) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r3"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r3"."person" as "person", coalesce("r3"."headcount", 1) as "heads", cast("r3"."headcount" as bigint) as "group_heads"
from "record_graduate_outcome" as "r3"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and "r3"."observation" in (?) and "r3"."status" in (?, ?, ?) and "r3"."class" between "p"."first_class" and "p"."class" and nullif(cast("r3"."matched" as text), '') is not null) as m
group by "m"."year", "m"."category", "m"."across";

-- SK18.median Monthly pay (median), by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, count(*) as n, max(case when m.place = (m.size + 1) / 2 then m.value end) as total, max(case when m.place = (m.size + 2) / 2 then m.value end) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select every.*, row_number() over (partition by every.year, every.category, every.across
order by every.value) as place, count(*) over (partition by every.year, every.category, every.across) as size
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads", "r1"."pay" as "value"
from "record_graduate_outcome" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."observation" in (?) and nullif(cast("r1"."pay" as text), '') is not null and "r1"."class" between "p"."first_class" and "p"."class") as every
where every.value is not null) as m
group by "m"."year", "m"."category", "m"."across";

-- SK18.mean Monthly pay (mean), by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, sum(m.heads) as n, sum(m.value * m.heads) as total, cast(null as bigint) as other, cast(sum(m.value * m.value * m.heads) as text) as squares, min(m.scale) as low, max(m.scale) as high
from (select *
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads", cast("r1"."pay" as bigint) as "value", cast('' as text) as "scale"
from "record_graduate_outcome" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."observation" in (?) and nullif(cast("r1"."pay" as text), '') is not null and "r1"."class" between "p"."first_class" and "p"."class") as every
where every.value is not null) as m
group by "m"."year", "m"."category", "m"."across";

-- SK19 Promotion within 3 years, by programme
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", "r1"."positive" as "value"
from "record_survey_result" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."question" in (?) and "r1"."class" between "p"."first_class" and "p"."class") as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", "r2"."answered" as "value"
from "record_survey_result" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and "r2"."question" in (?) and "r2"."class" between "p"."first_class" and "p"."class") as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r3"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", "r3"."asked" as "value"
from "record_survey_result" as "r3"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and "r3"."question" in (?) and "r3"."class" between "p"."first_class" and "p"."class") as m
group by "m"."year", "m"."category", "m"."across";

-- SK20 Graduates in going-out or foreign firms, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_graduate_outcome" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."observation" in (?) and "r1"."status" in (?) and "r1"."employer_type" in (?, ?) and "r1"."class" between "p"."first_class" and "p"."class") as m
group by "m"."year", "m"."category", "m"."across";

-- SK21 Employer satisfaction, by programme
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", "r1"."positive" as "value"
from "record_survey_result" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."audience" in (?) and "r1"."question" in (?) and "r1"."date_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", "r2"."answered" as "value"
from "record_survey_result" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and "r2"."audience" in (?) and "r2"."question" in (?) and "r2"."date_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r3"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", "r3"."asked" as "value"
from "record_survey_result" as "r3"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and "r3"."audience" in (?) and "r3"."question" in (?) and "r3"."date_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- SK22 Learner satisfaction, by programme
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", "r1"."positive" as "value"
from "record_survey_result" as "r1"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r1"."audience" in (?, ?) and "r1"."question" in (?) and "r1"."date_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r2"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", "r2"."answered" as "value"
from "record_survey_result" as "r2"
cross join period as p
where "r2"."institution" = ? and "r2"."until" is null and "r2"."audience" in (?, ?) and "r2"."question" in (?) and "r2"."date_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r3"."programme" as text), ''), 'unknown') as "category", cast(null as text) as "across", cast(null as text) as "person", 1 as "heads", cast(? as bigint) as "group_heads", "r3"."asked" as "value"
from "record_survey_result" as "r3"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and "r3"."audience" in (?, ?) and "r3"."question" in (?) and "r3"."date_day" between "p"."first" and "p"."last") as m
group by "m"."year", "m"."category", "m"."across";

-- SK23 Practical training at partner enterprises, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, sum("m"."value") as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."country" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads", cast(case when case when coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) <= "p"."last" then coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) else "p"."last" end - (case when coalesce("r1"."start_day", "p"."first") >= "p"."first" then coalesce("r1"."start_day", "p"."first") else "p"."first" end) + 1 > 0 then case when coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) <= "p"."last" then coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) else "p"."last" end - (case when coalesce("r1"."start_day", "p"."first") >= "p"."first" then coalesce("r1"."start_day", "p"."first") else "p"."first" end) + 1 else 0 end as bigint) * coalesce("r1"."headcount", 1) as "value"
from "record_placement" as "r1"
left join "record_partner" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."partner"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."type" in (?) and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";

-- SK24 Learners with practical training at an enterprise, by country
with period ("year", "first", "last", "day", "class", "first_class") as (values (2023, 19601, 19966, 19966, 2024, 2024)) select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r1"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r1"."person" as "person", coalesce("r1"."headcount", 1) as "heads", cast("r1"."headcount" as bigint) as "group_heads"
from "record_placement" as "r1"
left join "record_partner" as "r2" on "r2"."institution" = ? and "r2"."until" is null and "r2"."code" = "r1"."partner"
cross join period as p
where "r1"."institution" = ? and "r1"."until" is null and "r2"."type" in (?) and coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) - "r1"."start_day" + 1 >= 5 and "r1"."start_day" <= "p"."last" and (coalesce("r1"."end_day", case when "r1"."start_day" >= 19966 then "r1"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across"
union all select cast(? as text) as part, m.year as year, m.category as category, m.across as across, cast(null as text) as unit_key, count(*) as records, count(distinct m.person) as persons, sum(m.group_heads) as group_heads, cast(null as bigint) as n, count(distinct m.person) + coalesce(sum(m.group_heads), 0) as total, cast(null as bigint) as other, cast(null as text) as squares, cast(null as text) as low, cast(null as text) as high
from (select "p"."year" as "year", coalesce(nullif(cast("r3"."nationality" as text), ''), 'unknown') as "category", cast(null as text) as "across", "r3"."person" as "person", coalesce("r3"."headcount", 1) as "heads", cast("r3"."headcount" as bigint) as "group_heads"
from "record_enrolment" as "r3"
cross join period as p
where "r3"."institution" = ? and "r3"."until" is null and "r3"."start_day" <= "p"."last" and (coalesce("r3"."end_day", case when "r3"."start_day" >= 19966 then "r3"."start_day" else 19966 end) >= "p"."first")) as m
group by "m"."year", "m"."category", "m"."across";
