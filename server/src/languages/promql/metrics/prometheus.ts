import type { MetricTable } from './table';

/** Series that Prometheus writes itself for every target and rule. */
export const SERVER_MADE: MetricTable = {
  origin: 'Prometheus',
  rows: `
up gauge - 1 if the last scrape of the target succeeded, 0 if it failed.
scrape_duration_seconds gauge - How long the last scrape took.
scrape_samples_scraped gauge - Samples that the target exposed.
scrape_samples_post_metric_relabeling gauge - Samples left after relabeling.
scrape_series_added gauge - Series that were new in the last scrape, approximately.
scrape_timeout_seconds gauge - Timeout set for scrapes of the target; with extra scrape metrics only.
scrape_sample_limit gauge - Sample limit set for the target, 0 for none; with extra scrape metrics only.
scrape_body_size_bytes gauge - Uncompressed size of the last answer; with extra scrape metrics only.
target_info gauge service_name,service_namespace,service_instance_id,service_version 1 for each target, described by the labels; from OpenMetrics or OpenTelemetry.
ALERTS gauge alertname,alertstate=pending|firing,severity 1 for each alert that is pending or firing, with the alert's labels.
ALERTS_FOR_STATE gauge:seconds alertname,severity When each alert became active, in seconds since 1970.
`,
};

/** As in prometheus/prometheus v3.14.0. */
export const PROMETHEUS: MetricTable = {
  origin: 'Prometheus server',
  rows: `
prometheus_build_info gauge version,revision,branch,goversion,goarch,goos,tags 1, with the server's version in the labels.
prometheus_ready gauge - 1 once the server answers queries.
prometheus_config_last_reload_successful gauge - 1 if the last reload of the configuration succeeded.
prometheus_config_last_reload_success_timestamp_seconds gauge - When the configuration was last reloaded, in seconds since 1970.
prometheus_engine_queries gauge - Queries that run or wait.
prometheus_engine_queries_concurrent_max gauge - Most queries that may run at once.
prometheus_engine_query_duration_seconds summary slice=inner_eval|prepare_time|queue_time|result_sort How long queries took, by part.
prometheus_engine_query_samples_total counter - Samples that queries loaded.
prometheus_http_requests_total counter code,handler Requests to the server's HTTP API and pages.
prometheus_http_request_duration_seconds histogram handler How long HTTP requests took.
prometheus_http_response_size_bytes histogram handler Size of HTTP answers.
prometheus_notifications_alertmanagers_discovered gauge - Alertmanagers that are known and active.
prometheus_notifications_dropped_total counter - Alerts that were dropped instead of sent.
prometheus_notifications_errors_total counter alertmanager Alerts whose sending failed.
prometheus_notifications_sent_total counter alertmanager Alerts sent.
prometheus_notifications_latency_seconds summary alertmanager How long sending alerts took.
prometheus_notifications_queue_length gauge - Alerts that wait to be sent.
prometheus_notifications_queue_capacity gauge - Most alerts that can wait.
prometheus_rule_evaluations_total counter rule_group Evaluations of rules.
prometheus_rule_evaluation_failures_total counter rule_group Evaluations of rules that failed.
prometheus_rule_evaluation_duration_seconds summary - How long evaluating a rule took.
prometheus_rule_group_duration_seconds summary - How long running a group of rules took.
prometheus_rule_group_interval_seconds gauge rule_group How often the group should run.
prometheus_rule_group_iterations_total counter rule_group Runs of the group that were due.
prometheus_rule_group_iterations_missed_total counter rule_group Runs of the group that were left out because it is too slow.
prometheus_rule_group_last_duration_seconds gauge rule_group How long the group's last run took.
prometheus_rule_group_last_evaluation_samples gauge rule_group Samples that the group's last run gave.
prometheus_rule_group_last_evaluation_timestamp_seconds gauge rule_group When the group last ran, in seconds since 1970.
prometheus_rule_group_rules gauge rule_group Rules of the group.
prometheus_sd_discovered_targets gauge config,name Targets found by service discovery.
prometheus_sd_refresh_failures_total counter mechanism,config Refreshes of service discovery that failed.
prometheus_sd_failed_configs gauge name Service discoveries that could not be started.
prometheus_target_interval_length_seconds summary interval Time between scrapes, in fact.
prometheus_target_metadata_cache_entries gauge scrape_job Entries of the metadata cache.
prometheus_target_scrape_pool_sync_total counter scrape_job How often the targets of a job were updated.
prometheus_target_scrape_pool_targets gauge scrape_job Targets of a job.
prometheus_target_scrape_pool_exceeded_target_limit_total counter - How often a job had more targets than its limit.
prometheus_target_scrape_pool_exceeded_label_limits_total counter - How often a job exceeded its label limits.
prometheus_target_scrapes_exceeded_sample_limit_total counter - Scrapes refused because of too many samples.
prometheus_target_scrapes_exceeded_body_size_limit_total counter - Scrapes refused because of their size.
prometheus_target_scrapes_sample_duplicate_timestamp_total counter - Samples refused because there was another with their time.
prometheus_target_scrapes_sample_out_of_order_total counter - Samples refused because they were older than the last.
prometheus_target_scrapes_sample_out_of_bounds_total counter - Samples refused because their time was too far off.
prometheus_target_sync_length_seconds summary scrape_job How long updating the targets of a job took.
prometheus_target_sync_failed_total counter scrape_job Targets that could not be updated.
prometheus_template_text_expansion_failures_total counter - Templates that could not be expanded.
prometheus_template_text_expansions_total counter - Templates expanded.
prometheus_tsdb_head_series gauge - Series in memory.
prometheus_tsdb_head_chunks gauge - Chunks in memory.
prometheus_tsdb_head_samples_appended_total counter type=float|histogram Samples stored.
prometheus_tsdb_head_series_created_total counter - Series created in memory.
prometheus_tsdb_head_series_removed_total counter - Series removed from memory.
prometheus_tsdb_head_truncations_failed_total counter - Truncations of memory that failed.
prometheus_tsdb_head_max_time_seconds gauge - Time of the newest sample in memory.
prometheus_tsdb_blocks_loaded gauge - Blocks loaded.
prometheus_tsdb_storage_blocks_bytes gauge - Size of all blocks on disk.
prometheus_tsdb_wal_storage_size_bytes gauge - Size of the write-ahead log on disk.
prometheus_tsdb_wal_corruptions_total counter - Times that the write-ahead log was found broken.
prometheus_tsdb_wal_truncations_failed_total counter - Truncations of the write-ahead log that failed.
prometheus_tsdb_wal_fsync_duration_seconds summary - How long it took to write the log to disk.
prometheus_tsdb_checkpoint_creations_failed_total counter - Checkpoints that could not be written.
prometheus_tsdb_checkpoint_deletions_failed_total counter - Checkpoints that could not be deleted.
prometheus_tsdb_compactions_total counter - Compactions started.
prometheus_tsdb_compactions_failed_total counter - Compactions that failed.
prometheus_tsdb_compaction_duration_seconds histogram - How long compactions took.
prometheus_tsdb_reloads_total counter - Reloads of blocks from disk.
prometheus_tsdb_reloads_failures_total counter - Reloads of blocks that failed.
prometheus_tsdb_retention_limit_bytes gauge - Most bytes that are kept, 0 for no limit.
prometheus_tsdb_retention_limit_seconds gauge - How long samples are kept, 0 for no limit.
prometheus_tsdb_lowest_timestamp_seconds gauge - Time of the oldest sample.
prometheus_tsdb_out_of_order_samples_total counter type Samples refused because they came too late.
prometheus_remote_storage_samples_total counter remote_name,url Samples read from the log to be sent to remote storage.
prometheus_remote_storage_samples_failed_total counter remote_name,url Samples that remote storage refused.
prometheus_remote_storage_samples_dropped_total counter remote_name,url,reason Samples that were not sent to remote storage.
prometheus_remote_storage_samples_retried_total counter remote_name,url Samples sent to remote storage again.
prometheus_remote_storage_samples_pending gauge remote_name,url Samples that wait to be sent.
prometheus_remote_storage_shards gauge remote_name,url Parallel senders in use.
prometheus_remote_storage_shards_desired gauge remote_name,url Parallel senders that would be needed.
prometheus_remote_storage_shards_max gauge remote_name,url Most parallel senders.
prometheus_remote_storage_queue_highest_sent_timestamp_seconds gauge remote_name,url Time of the newest sample sent.
prometheus_remote_storage_highest_timestamp_in_seconds gauge:seconds - Time of the newest sample stored.
prometheus_remote_storage_sent_batch_duration_seconds histogram remote_name,url How long sending to remote storage took.
promhttp_metric_handler_requests_total counter code=200|500|503 Scrapes of the process's metrics page.
promhttp_metric_handler_requests_in_flight gauge - Scrapes of the process's metrics page in flight.
net_conntrack_dialer_conn_failed_total counter dialer_name,reason Connections that could not be opened.
`,
};

/** As in prometheus/alertmanager. */
export const ALERTMANAGER: MetricTable = {
  origin: 'Alertmanager',
  rows: `
alertmanager_build_info gauge version,revision,branch,goversion,goarch,goos,tags 1, with the version in the labels.
alertmanager_alerts gauge state=active|suppressed|unprocessed Alerts in each state.
alertmanager_alerts_received_total counter status=firing|resolved,version Alerts received.
alertmanager_alerts_invalid_total counter version Alerts received that were invalid.
alertmanager_notifications_total counter integration Notifications tried.
alertmanager_notifications_failed_total counter integration,reason=clientError|serverError|contextCanceled|contextDeadlineExceeded|other Notifications that failed.
alertmanager_notification_requests_total counter integration Requests made for notifications.
alertmanager_notification_requests_failed_total counter integration Requests made for notifications that failed.
alertmanager_notification_latency_seconds histogram integration How long notifications took.
alertmanager_notifications_suppressed_total counter reason=silence|inhibition|mute_time_interval|active_time_interval Notifications not sent because they were muted.
alertmanager_silences gauge state=active|expired|pending Silences in each state.
alertmanager_config_last_reload_successful gauge - 1 if the last reload of the configuration succeeded.
alertmanager_config_last_reload_success_timestamp_seconds gauge - When the configuration was last reloaded, in seconds since 1970.
alertmanager_config_hash gauge - Hash of the configuration.
alertmanager_cluster_members gauge - Members of the cluster, with this one.
alertmanager_cluster_failed_peers gauge - Members of the cluster that have failed.
alertmanager_cluster_health_score gauge - Health of this member, 0 for the best.
alertmanager_cluster_peers_left_total counter - Members that have left.
alertmanager_dispatcher_aggregation_groups gauge - Groups of alerts that are active.
alertmanager_nflog_errors_total counter - Errors of the notification log.
alertmanager_http_request_duration_seconds histogram handler,method,code How long HTTP requests took.
`,
};
