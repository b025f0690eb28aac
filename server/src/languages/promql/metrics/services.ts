import type { MetricTable } from './table';

/** Names that applications commonly choose, as the practices of prometheus.io and client libraries suggest. */
export const CONVENTIONS: MetricTable = {
  origin: 'common naming',
  rows: `
http_requests_total counter method=GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS,code,status,handler,path,route HTTP requests served.
http_request_duration_seconds histogram method=GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS,code,status,status_code,handler,path,route How long HTTP requests took.
http_request_size_bytes histogram method=GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS,handler Size of HTTP requests.
http_response_size_bytes histogram method=GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS,handler Size of HTTP answers.
http_requests_in_flight gauge - HTTP requests in flight.
http_server_request_duration_seconds histogram http_request_method=GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS,http_response_status_code,http_route,url_scheme,server_address,error_type How long HTTP requests took (OpenTelemetry).
http_server_active_requests gauge http_request_method,url_scheme,server_address HTTP requests in flight (OpenTelemetry).
http_client_request_duration_seconds histogram http_request_method,http_response_status_code,server_address,server_port,error_type How long requests to other servers took (OpenTelemetry).
rpc_server_duration_milliseconds histogram rpc_service,rpc_method,rpc_system,rpc_grpc_status_code How long RPC calls took (OpenTelemetry).
`,
};

/** As in prometheus/blackbox_exporter. */
export const BLACKBOX_EXPORTER: MetricTable = {
  origin: 'blackbox_exporter',
  rows: `
probe_success gauge - 1 if the probe succeeded.
probe_duration_seconds gauge - How long the probe took.
probe_dns_lookup_time_seconds gauge - How long looking up the name took.
probe_ip_protocol gauge - 4 or 6: the version of IP that the probe used.
probe_ip_addr_hash gauge - Hash of the address, to see when it changes.
probe_http_status_code gauge - Status of the HTTP answer, 0 for none.
probe_http_duration_seconds gauge phase=resolve|connect|tls|processing|transfer How long each phase of the HTTP request took.
probe_http_content_length gauge:bytes - Length of the HTTP answer as its header says.
probe_http_uncompressed_body_length gauge:bytes - Length of the HTTP answer's body.
probe_http_redirects gauge - Redirects followed.
probe_http_ssl gauge - 1 if the last request used TLS.
probe_http_version gauge - Version of HTTP in the answer.
probe_http_last_modified_timestamp_seconds gauge - Last-Modified of the answer, in seconds since 1970.
probe_failed_due_to_regex gauge - 1 if the probe failed because of a regular expression.
probe_ssl_earliest_cert_expiry gauge:seconds - When the first certificate of the server expires, in seconds since 1970.
probe_ssl_last_chain_expiry_timestamp_seconds gauge - When the last chain of certificates expires, in seconds since 1970.
probe_ssl_last_chain_info gauge fingerprint_sha256,issuer,subject,subjectalternative,serialnumber 1, with the certificate in the labels.
probe_tls_version_info gauge version 1, with the version of TLS in the labels.
probe_icmp_duration_seconds gauge phase=resolve|setup|rtt How long each phase of the ping took.
probe_icmp_reply_hop_limit gauge - Hop limit of the ping's answer.
probe_dns_duration_seconds gauge phase=resolve|connect|request How long each phase of the DNS query took.
probe_dns_answer_rrs gauge - Records in the DNS answer.
blackbox_exporter_config_last_reload_successful gauge - 1 if the last reload of the configuration succeeded.
blackbox_module_unknown_total counter - Probes that asked for a module that isn't there.
`,
};

/** As in oliver006/redis_exporter. */
export const REDIS_EXPORTER: MetricTable = {
  origin: 'redis_exporter',
  rows: `
redis_up gauge - 1 if Redis answered.
redis_instance_info gauge redis_version,redis_mode,role=master|slave,os,maxmemory_policy 1 for each instance, described by the labels.
redis_uptime_in_seconds gauge:seconds - Time since Redis started.
redis_connected_clients gauge - Clients that are connected.
redis_blocked_clients gauge - Clients that wait in a blocking command.
redis_config_maxclients gauge - Most clients that may connect.
redis_rejected_connections_total counter - Connections refused because of too many clients.
redis_connections_received_total counter - Connections accepted.
redis_memory_used_bytes gauge - Memory that Redis uses.
redis_memory_used_rss_bytes gauge - Memory of the Redis process that is in RAM.
redis_memory_max_bytes gauge - Most memory that Redis may use, 0 for no limit.
redis_mem_fragmentation_ratio gauge - Memory of the process for each byte in use.
redis_total_system_memory_bytes gauge - Memory of the machine.
redis_commands_processed_total counter - Commands processed.
redis_commands_total counter cmd Commands processed, by command.
redis_commands_duration_seconds_total counter cmd Time spent in commands, by command.
redis_keyspace_hits_total counter - Lookups of keys that were found.
redis_keyspace_misses_total counter - Lookups of keys that were not found.
redis_evicted_keys_total counter - Keys removed for lack of memory.
redis_expired_keys_total counter - Keys that expired.
redis_db_keys gauge db Keys in each database.
redis_db_keys_expiring gauge db Keys in each database that will expire.
redis_net_input_bytes_total counter - Bytes received.
redis_net_output_bytes_total counter - Bytes sent.
redis_connected_slaves gauge - Replicas that are connected.
redis_master_link_up gauge master_host,master_port 1 if the replica is connected to its master.
redis_replication_lag_bytes gauge - Bytes by which the replica is behind.
redis_rdb_last_save_timestamp_seconds gauge - When the data was last saved, in seconds since 1970.
redis_rdb_last_bgsave_status gauge - 1 if the last save succeeded.
redis_aof_last_write_status gauge - 1 if the last write of the append-only file succeeded.
redis_slowlog_length gauge - Entries of the slow log.
redis_cluster_state gauge - 1 if the cluster is well.
`,
};

/** As in prometheus-community/postgres_exporter. */
export const POSTGRES_EXPORTER: MetricTable = {
  origin: 'postgres_exporter',
  rows: `
pg_up gauge - 1 if PostgreSQL answered.
pg_exporter_last_scrape_error gauge - 1 if the last scrape had an error.
pg_postmaster_start_time_seconds gauge - When PostgreSQL started, in seconds since 1970.
pg_static gauge server,short_version,version 1, with the version in the labels.
pg_settings_max_connections gauge server Most connections that are allowed.
pg_settings_shared_buffers_bytes gauge server Memory of the shared buffers.
pg_settings_max_locks_per_transaction gauge server Locks for each transaction.
pg_stat_activity_count gauge datname,server,state=active|idle|idle~in~transaction|disabled,usename,application_name,backend_type Connections in each state.
pg_stat_activity_max_tx_duration gauge:seconds datname,server,state,usename,application_name Longest time that a transaction has been running.
pg_database_size_bytes gauge datname Size of the database.
pg_locks_count gauge datname,mode=accesssharelock|rowsharelock|rowexclusivelock|shareupdateexclusivelock|sharelock|sharerowexclusivelock|exclusivelock|accessexclusivelock,server Locks held, by mode.
pg_replication_lag_seconds gauge - How far the replica is behind.
pg_replication_is_replica gauge - 1 if the server is a replica.
pg_replication_slots_active gauge slot_name,slot_type,database 1 if the slot is in use.
pg_stat_replication_pg_wal_lsn_diff gauge:bytes application_name,client_addr,server,slot_name,state How far each replica is behind.
pg_stat_database_numbackends gauge datid,datname Connections to the database.
pg_stat_database_xact_commit counter datid,datname Transactions committed.
pg_stat_database_xact_rollback counter datid,datname Transactions rolled back.
pg_stat_database_blks_read counter datid,datname Blocks read from disk.
pg_stat_database_blks_hit counter datid,datname Blocks found in the cache.
pg_stat_database_tup_returned counter datid,datname Rows read by scans.
pg_stat_database_tup_fetched counter datid,datname Rows fetched by queries.
pg_stat_database_tup_inserted counter datid,datname Rows inserted.
pg_stat_database_tup_updated counter datid,datname Rows updated.
pg_stat_database_tup_deleted counter datid,datname Rows deleted.
pg_stat_database_conflicts counter datid,datname Queries cancelled because of replication.
pg_stat_database_deadlocks counter datid,datname Deadlocks.
pg_stat_database_temp_bytes counter:bytes datid,datname Bytes written to temporary files.
pg_stat_database_temp_files counter datid,datname Temporary files written.
pg_stat_user_tables_n_live_tup gauge datname,schemaname,relname Rows in the table, estimated.
pg_stat_user_tables_n_dead_tup gauge datname,schemaname,relname Dead rows in the table, estimated.
pg_stat_user_tables_n_tup_ins counter datname,schemaname,relname Rows inserted into the table.
pg_stat_user_tables_n_tup_upd counter datname,schemaname,relname Rows updated in the table.
pg_stat_user_tables_n_tup_hot_upd counter datname,schemaname,relname Rows updated without touching an index.
pg_stat_user_tables_n_tup_del counter datname,schemaname,relname Rows deleted from the table.
pg_stat_user_tables_seq_scan counter datname,schemaname,relname Scans of the whole table.
pg_stat_user_tables_idx_scan counter datname,schemaname,relname Scans of an index of the table.
pg_stat_user_tables_last_autovacuum gauge:seconds datname,schemaname,relname When the table was last vacuumed automatically, in seconds since 1970.
pg_stat_user_tables_last_autoanalyze gauge:seconds datname,schemaname,relname When the table was last analyzed automatically, in seconds since 1970.
pg_stat_bgwriter_checkpoints_timed_total counter - Checkpoints that were due.
pg_stat_bgwriter_checkpoints_req_total counter - Checkpoints that were asked for.
pg_stat_bgwriter_buffers_checkpoint_total counter - Buffers written in checkpoints.
`,
};

/** As in prometheus/mysqld_exporter, which leaves many of these without a type. */
export const MYSQLD_EXPORTER: MetricTable = {
  origin: 'mysqld_exporter',
  rows: `
mysql_up gauge - 1 if MySQL answered.
mysql_version_info gauge version,innodb_version,version_comment 1, with the version in the labels.
mysql_global_status_uptime gauge:seconds - Time since MySQL started.
mysql_global_status_threads_connected gauge - Connections that are open.
mysql_global_status_threads_running gauge - Connections that are not asleep.
mysql_global_status_max_used_connections gauge - Most connections since the start.
mysql_global_status_connections counter - Tries to connect.
mysql_global_status_aborted_connects counter - Tries to connect that failed.
mysql_global_status_queries counter - Statements executed, with those in stored programs.
mysql_global_status_questions counter - Statements that clients sent.
mysql_global_status_slow_queries counter - Queries that took longer than long_query_time.
mysql_global_status_commands_total counter command Statements executed, by kind.
mysql_global_status_handlers_total counter handler Requests to storage engines, by kind.
mysql_global_status_bytes_received counter:bytes - Bytes received.
mysql_global_status_bytes_sent counter:bytes - Bytes sent.
mysql_global_status_table_locks_waited counter - Locks of tables that had to be waited for.
mysql_global_status_open_files gauge - Files that are open.
mysql_global_status_innodb_log_waits counter - How often the log buffer was too small.
mysql_global_status_innodb_row_lock_waits counter - Locks of rows that had to be waited for.
mysql_global_status_innodb_row_lock_time counter - Milliseconds spent in waiting for locks of rows.
mysql_global_status_innodb_num_open_files gauge - Files that InnoDB has open.
mysql_global_status_buffer_pool_pages gauge state=data|free|misc|old Pages of the InnoDB buffer pool in each state.
mysql_global_status_innodb_buffer_pool_read_requests counter - Reads from the InnoDB buffer pool.
mysql_global_status_innodb_buffer_pool_reads counter - Reads that the InnoDB buffer pool could not serve.
mysql_global_status_prepared_stmt_count gauge - Prepared statements.
mysql_global_variables_max_connections gauge - Most connections that are allowed.
mysql_global_variables_max_prepared_stmt_count gauge - Most prepared statements that are allowed.
mysql_global_variables_open_files_limit gauge - Most files that MySQL may open.
mysql_global_variables_innodb_buffer_pool_size gauge:bytes - Size of the InnoDB buffer pool.
mysql_slave_status_slave_io_running gauge master_host,master_uuid,channel_name,connection_name 1 if the replica reads its source's log.
mysql_slave_status_slave_sql_running gauge master_host,master_uuid,channel_name,connection_name 1 if the replica applies its source's log.
mysql_slave_status_seconds_behind_master gauge:seconds master_host,master_uuid,channel_name,connection_name How far the replica is behind.
mysql_slave_status_sql_delay gauge:seconds master_host,master_uuid,channel_name,connection_name Delay that the replica is set to keep.
mysql_slave_status_master_server_id gauge master_host,master_uuid,channel_name,connection_name Id of the replica's source.
mysql_info_schema_innodb_metrics_transaction_trx_rseg_history_len gauge - Length of the history that InnoDB must purge.
mysql_exporter_last_scrape_error gauge - 1 if the last scrape had an error.
`,
};

/** As in the exporters of NGINX, HAProxy, Traefik and Envoy. */
export const PROXIES: MetricTable = {
  origin: 'proxy',
  rows: `
nginx_up gauge - 1 if NGINX answered (nginx-prometheus-exporter).
nginx_http_requests_total counter - HTTP requests served.
nginx_connections_active gauge - Connections of clients.
nginx_connections_reading gauge - Connections where a request is being read.
nginx_connections_writing gauge - Connections where an answer is being sent.
nginx_connections_waiting gauge - Connections that are idle.
nginx_connections_accepted counter - Connections accepted.
nginx_connections_handled counter - Connections handled.
nginx_http_request_duration_seconds histogram host,node How long HTTP requests took (lua module).
haproxy_up gauge - 1 if HAProxy answered (haproxy_exporter).
haproxy_frontend_http_requests_total counter proxy HTTP requests received by the frontend.
haproxy_frontend_http_responses_total counter proxy,code=1xx|2xx|3xx|4xx|5xx|other Answers of the frontend.
haproxy_frontend_current_sessions gauge proxy Sessions of the frontend.
haproxy_frontend_bytes_in_total counter:bytes proxy Bytes received by the frontend.
haproxy_frontend_bytes_out_total counter:bytes proxy Bytes sent by the frontend.
haproxy_backend_http_responses_total counter proxy,code=1xx|2xx|3xx|4xx|5xx|other Answers of the backend.
haproxy_backend_current_queue gauge proxy Requests that wait for a server.
haproxy_backend_current_sessions gauge proxy Sessions of the backend.
haproxy_backend_limit_sessions gauge proxy Most sessions of the backend.
haproxy_backend_connection_errors_total counter proxy Connections to servers that failed.
haproxy_backend_response_errors_total counter proxy Broken answers of servers.
haproxy_backend_active_servers gauge proxy Active servers of the backend.
haproxy_server_status gauge proxy,server,state=UP|DOWN|MAINT|DRAIN|NOLB 1 for the state that the server is in.
haproxy_server_http_responses_total counter proxy,server,code=1xx|2xx|3xx|4xx|5xx|other Answers of the server.
haproxy_server_check_failures_total counter proxy,server Health checks of the server that failed.
traefik_entrypoint_requests_total counter code,method,protocol,entrypoint Requests to the entry point.
traefik_entrypoint_request_duration_seconds histogram code,method,protocol,entrypoint How long requests to the entry point took.
traefik_service_requests_total counter code,method,protocol,service Requests to the service.
traefik_service_request_duration_seconds histogram code,method,protocol,service How long requests to the service took.
traefik_service_server_up gauge service,url 1 if the server of the service is up.
traefik_config_last_reload_success gauge:seconds - When the configuration was last reloaded, in seconds since 1970.
envoy_cluster_upstream_rq_total counter envoy_cluster_name Requests to the cluster.
envoy_cluster_upstream_rq_xx counter envoy_cluster_name,envoy_response_code_class=1|2|3|4|5 Answers of the cluster by class of status.
envoy_cluster_upstream_cx_active gauge envoy_cluster_name Connections to the cluster.
envoy_cluster_membership_healthy gauge envoy_cluster_name Healthy members of the cluster.
istio_requests_total counter reporter=source|destination,source_workload,source_workload_namespace,destination_workload,destination_workload_namespace,destination_service,destination_service_name,request_protocol,response_code,response_flags,grpc_response_status,connection_security_policy Requests in the mesh.
istio_request_duration_milliseconds histogram reporter=source|destination,source_workload,source_workload_namespace,destination_workload,destination_workload_namespace,destination_service,destination_service_name,request_protocol,response_code,response_flags,grpc_response_status,connection_security_policy How long requests in the mesh took.
`,
};

/** As in danielqsj/kafka_exporter and RabbitMQ's own rabbitmq_prometheus plugin. */
export const QUEUES: MetricTable = {
  origin: 'message queue',
  rows: `
kafka_brokers gauge - Brokers of the cluster (kafka_exporter).
kafka_topic_partitions gauge topic Partitions of the topic.
kafka_topic_partition_current_offset gauge topic,partition Newest offset of the partition.
kafka_topic_partition_oldest_offset gauge topic,partition Oldest offset of the partition.
kafka_topic_partition_in_sync_replica gauge topic,partition Replicas of the partition that are in sync.
kafka_topic_partition_replicas gauge topic,partition Replicas of the partition.
kafka_topic_partition_leader gauge topic,partition Broker that leads the partition.
kafka_topic_partition_under_replicated_partition gauge topic,partition 1 if the partition lacks replicas.
kafka_consumergroup_current_offset gauge consumergroup,topic,partition Offset that the group has reached.
kafka_consumergroup_lag gauge consumergroup,topic,partition Messages that the group is behind.
kafka_consumergroup_members gauge consumergroup Members of the group.
kafka_server_brokertopicmetrics_messagesin_total counter topic Messages received by the broker (JMX exporter).
kafka_server_replicamanager_underreplicatedpartitions gauge - Partitions of the broker that lack replicas (JMX exporter).
rabbitmq_build_info gauge rabbitmq_version,prometheus_client_version,erlang_version,product_name,product_version 1, with the version in the labels.
rabbitmq_identity_info gauge rabbitmq_node,rabbitmq_cluster,rabbitmq_cluster_permanent_id 1, with the node's name in the labels.
rabbitmq_connections gauge - Connections that are open.
rabbitmq_channels gauge - Channels that are open.
rabbitmq_consumers gauge - Consumers.
rabbitmq_queues gauge - Queues.
rabbitmq_queue_messages gauge vhost,queue Messages in queues.
rabbitmq_queue_messages_ready gauge vhost,queue Messages that wait for a consumer.
rabbitmq_queue_messages_unacked gauge vhost,queue Messages that consumers have not acknowledged.
rabbitmq_queue_consumers gauge vhost,queue Consumers of queues.
rabbitmq_queue_consumer_utilisation gauge vhost,queue Share of time in which consumers could take messages.
rabbitmq_channel_messages_published_total counter channel Messages published.
rabbitmq_channel_messages_delivered_total counter channel Messages delivered that are to be acknowledged.
rabbitmq_channel_messages_acked_total counter channel Messages acknowledged.
rabbitmq_channel_messages_unroutable_dropped_total counter channel Messages dropped because no queue took them.
rabbitmq_channel_messages_unroutable_returned_total counter channel Messages returned because no queue took them.
rabbitmq_process_open_fds gauge - File descriptors that are open.
rabbitmq_process_max_fds gauge - Most file descriptors that may be open.
rabbitmq_process_resident_memory_bytes gauge - Memory of the node.
rabbitmq_resident_memory_limit_bytes gauge - Memory at which publishers are held back.
rabbitmq_disk_space_available_bytes gauge - Space left on disk.
rabbitmq_disk_space_available_limit_bytes gauge - Space on disk below which publishers are held back.
rabbitmq_alarms_memory_used_watermark gauge - 1 if the node has too little memory.
rabbitmq_alarms_free_disk_space_watermark gauge - 1 if the node has too little space on disk.
erlang_vm_dist_node_state gauge peer State of the connection to each other node, 3 if it is up.
nats_varz_connections gauge server_id Connections of clients to NATS.
nats_varz_slow_consumers gauge server_id Slow consumers of NATS.
`,
};

/** As in elasticsearch_exporter, mongodb_exporter and memcached_exporter. */
export const STORES: MetricTable = {
  origin: 'data store',
  rows: `
elasticsearch_cluster_health_status gauge cluster,color=green|yellow|red 1 for the color that the cluster has.
elasticsearch_cluster_health_number_of_nodes gauge cluster Nodes of the cluster.
elasticsearch_cluster_health_number_of_data_nodes gauge cluster Data nodes of the cluster.
elasticsearch_cluster_health_active_shards gauge cluster Shards that are active.
elasticsearch_cluster_health_unassigned_shards gauge cluster Shards that no node has.
elasticsearch_cluster_health_initializing_shards gauge cluster Shards that are being made.
elasticsearch_cluster_health_relocating_shards gauge cluster Shards that move to another node.
elasticsearch_cluster_health_number_of_pending_tasks gauge cluster Changes of the cluster that wait.
elasticsearch_jvm_memory_used_bytes gauge area=heap|non-heap,cluster,host,name Memory that the JVM uses.
elasticsearch_jvm_memory_max_bytes gauge area=heap,cluster,host,name Most memory that the JVM may use.
elasticsearch_jvm_gc_collection_seconds_sum counter:seconds gc=young|old,cluster,host,name Time spent in garbage collection.
elasticsearch_filesystem_data_available_bytes gauge cluster,host,name,mount,path Space left for data.
elasticsearch_filesystem_data_size_bytes gauge cluster,host,name,mount,path Space for data.
elasticsearch_indices_docs gauge cluster,host,name Documents on the node.
elasticsearch_indices_indexing_index_total counter cluster,host,name Documents indexed.
elasticsearch_indices_indexing_index_time_seconds_total counter cluster,host,name Time spent in indexing.
elasticsearch_indices_search_query_total counter cluster,host,name Searches.
elasticsearch_indices_search_query_time_seconds counter:seconds cluster,host,name Time spent in searches.
elasticsearch_indices_store_size_bytes gauge cluster,host,name Size of the indices on disk.
mongodb_up gauge - 1 if MongoDB answered.
mongodb_ss_connections gauge conn_type=current|available|active|totalCreated Connections by kind.
mongodb_ss_opcounters counter legacy_op_type=insert|query|update|delete|getmore|command Operations by kind.
mongodb_ss_mem_resident gauge - Memory in RAM, in mebibytes.
mongodb_ss_metrics_cursor_open gauge csr_type=total|noTimeout|pinned Cursors that are open.
mongodb_ss_metrics_cursor_timedOut counter - Cursors that timed out.
mongodb_rs_members_health gauge member_idx,member_state,rs_nm,set 1 if the member of the replica set is up.
mongodb_rs_members_state gauge member_idx,member_state,rs_nm,set State of the member: 1 primary, 2 secondary.
memcached_up gauge - 1 if memcached answered.
memcached_commands_total counter command,status=hit|miss Commands by kind and outcome.
memcached_current_bytes gauge - Bytes stored.
memcached_limit_bytes gauge - Most bytes that can be stored.
memcached_current_items gauge - Items stored.
memcached_current_connections gauge - Connections that are open.
memcached_max_connections gauge - Most connections that may be open.
memcached_items_evicted_total counter - Items removed for lack of memory.
`,
};
