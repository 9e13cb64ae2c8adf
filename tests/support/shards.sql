-- In place of Citus: its functions that place tables, over partitions that two other databases hold (postgres_fdw). The search path of the
-- database is `public, citus`; the settings `shards.port0`, `shards.name0` and so on say where the two are.
create extension postgres_fdw;
create extension dblink;
create schema citus;
-- Where the rows were before.
create schema whole;

do $$
begin
  for node in 0..1 loop
    execute format('create server node%s foreign data wrapper postgres_fdw options (host %L, port %L, dbname %L)', node,
      '127.0.0.1', current_setting('shards.port' || node), current_setting('shards.name' || node));
    execute format('create user mapping for current_user server node%s options (user %L)', node, current_user);
  end loop;
end $$;

create table citus.pg_dist_partition (logicalrelid regclass, partkey text);

create function citus.create_reference_table(name text) returns void language sql as $$
  insert into citus.pg_dist_partition values (name::regclass, null)
$$;

create function citus.create_distributed_table(name text, by text) returns void language plpgsql as $$
declare
  columns text := (
    select string_agg(format('%I %s', attname, format_type(atttypid, atttypmod)) ||
      case when atttypid = 'text'::regtype then ' collate "C"' else '' end, ', ' order by attnum)
    from pg_attribute where attrelid = name::regclass and attnum > 0 and not attisdropped);
begin
  execute format('alter table %I set schema whole', name);
  execute format('create table public.%I (%s) partition by hash (%I)', name, columns, by);
  for node in 0..1 loop
    perform dblink_exec('node' || node, format('create table %I (%s)', name, columns));
    execute format('create foreign table public.%I partition of public.%I for values with (modulus 2, remainder %s)
      server node%s options (table_name %L)', name || '_' || node, name, node, node, name);
  end loop;
  execute format('insert into public.%I select * from whole.%I', name, name);
  insert into citus.pg_dist_partition values (format('public.%I', name)::regclass, by);
end $$;
