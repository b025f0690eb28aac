import type { MetricTable } from './table';

/** Names, types and labels as in kubernetes/kube-state-metrics, docs/metrics. */
export const KUBE_STATE_METRICS: MetricTable = {
  origin: 'kube-state-metrics',
  rows: `
kube_pod_info gauge namespace,pod,uid,host_ip,pod_ip,node,created_by_kind,created_by_name,priority_class,host_network 1 for each pod, described by the labels.
kube_pod_status_phase gauge namespace,pod,uid,phase=Pending|Running|Succeeded|Failed|Unknown 1 for the phase that each pod is in, 0 for the others.
kube_pod_status_ready gauge namespace,pod,uid,condition=true|false|unknown 1 for the answer whether each pod is ready.
kube_pod_status_scheduled gauge namespace,pod,uid,condition=true|false|unknown 1 for the answer whether each pod has a node.
kube_pod_status_unschedulable gauge namespace,pod,uid 1 if no node fits the pod.
kube_pod_status_reason gauge namespace,pod,uid,reason=Evicted|NodeAffinity|NodeLost|Shutdown|UnexpectedAdmissionError 1 for the reason that the pod's status gives.
kube_pod_status_qos_class gauge namespace,pod,uid,qos_class=BestEffort|Burstable|Guaranteed 1 for the quality of service of each pod.
kube_pod_start_time gauge:seconds namespace,pod,uid When the pod started, in seconds since 1970.
kube_pod_created gauge:seconds namespace,pod,uid When the pod was created, in seconds since 1970.
kube_pod_completion_time gauge:seconds namespace,pod,uid When the pod completed, in seconds since 1970.
kube_pod_deletion_timestamp gauge:seconds namespace,pod,uid When the pod is to be deleted, in seconds since 1970.
kube_pod_owner gauge namespace,pod,uid,owner_kind=ReplicaSet|DaemonSet|StatefulSet|Job|Node,owner_name,owner_is_controller 1 for each owner of a pod.
kube_pod_labels gauge namespace,pod,uid 1 for each pod, with its allowed labels as label_….
kube_pod_restart_policy gauge namespace,pod,uid,type=Always|Never|OnFailure 1 for the restart policy of each pod.
kube_pod_service_account gauge namespace,pod,uid,service_account 1, with the pod's service account in the labels.
kube_pod_container_info gauge namespace,pod,uid,container,image,image_id,image_spec,container_id 1 for each container, described by the labels.
kube_pod_container_status_running gauge namespace,pod,uid,container 1 if the container runs.
kube_pod_container_status_ready gauge namespace,pod,uid,container 1 if the container is ready.
kube_pod_container_status_waiting gauge namespace,pod,uid,container 1 if the container waits.
kube_pod_container_status_waiting_reason gauge namespace,pod,uid,container,reason=ContainerCreating|CrashLoopBackOff|CreateContainerConfigError|ErrImagePull|ImagePullBackOff|CreateContainerError|InvalidImageName 1 for the reason why the container waits.
kube_pod_container_status_terminated gauge namespace,pod,uid,container 1 if the container has ended.
kube_pod_container_status_terminated_reason gauge namespace,pod,uid,container,reason=OOMKilled|Completed|Error|ContainerCannotRun|DeadlineExceeded|Evicted 1 for the reason why the container ended.
kube_pod_container_status_last_terminated_reason gauge namespace,pod,uid,container,reason=OOMKilled|Completed|Error|ContainerCannotRun|DeadlineExceeded|Evicted 1 for the reason why the container ended last time.
kube_pod_container_status_last_terminated_exitcode gauge namespace,pod,uid,container Exit status of the container's last end.
kube_pod_container_status_last_terminated_timestamp gauge:seconds namespace,pod,uid,container When the container ended last time, in seconds since 1970.
kube_pod_container_status_restarts_total counter namespace,pod,uid,container How often the container was restarted.
kube_pod_container_state_started gauge:seconds namespace,pod,uid,container When the container started, in seconds since 1970.
kube_pod_container_resource_requests gauge namespace,pod,uid,container,node,resource=cpu|memory|ephemeral_storage,unit=core|byte|integer What the container asks for of each resource.
kube_pod_container_resource_limits gauge namespace,pod,uid,container,node,resource=cpu|memory|ephemeral_storage,unit=core|byte|integer What the container may use of each resource.
kube_pod_init_container_status_restarts_total counter namespace,pod,uid,container How often the init container was restarted.
kube_pod_init_container_status_waiting_reason gauge namespace,pod,uid,container,reason 1 for the reason why the init container waits.
kube_pod_init_container_status_last_terminated_reason gauge namespace,pod,uid,container,reason 1 for the reason why the init container ended last time.
kube_pod_spec_volumes_persistentvolumeclaims_info gauge namespace,pod,uid,volume,persistentvolumeclaim,ephemeral 1 for each claim that a pod mounts.
kube_deployment_spec_replicas gauge namespace,deployment Pods that the deployment should have.
kube_deployment_spec_paused gauge namespace,deployment 1 if the deployment is paused.
kube_deployment_status_replicas gauge namespace,deployment Pods of the deployment.
kube_deployment_status_replicas_ready gauge namespace,deployment Pods of the deployment that are ready.
kube_deployment_status_replicas_available gauge namespace,deployment Pods of the deployment that are available.
kube_deployment_status_replicas_unavailable gauge namespace,deployment Pods of the deployment that are not available.
kube_deployment_status_replicas_updated gauge namespace,deployment Pods of the deployment that have the newest template.
kube_deployment_status_observed_generation gauge namespace,deployment Generation that the controller has seen.
kube_deployment_metadata_generation gauge namespace,deployment Generation that is wanted.
kube_deployment_status_condition gauge namespace,deployment,condition=Available|Progressing|ReplicaFailure,status=true|false|unknown,reason 1 for the status of each condition of the deployment.
kube_deployment_labels gauge namespace,deployment 1 for each deployment, with its allowed labels as label_….
kube_deployment_created gauge:seconds namespace,deployment When the deployment was created, in seconds since 1970.
kube_replicaset_spec_replicas gauge namespace,replicaset Pods that the replica set should have.
kube_replicaset_status_replicas gauge namespace,replicaset Pods of the replica set.
kube_replicaset_status_ready_replicas gauge namespace,replicaset Pods of the replica set that are ready.
kube_replicaset_owner gauge namespace,replicaset,owner_kind,owner_name,owner_is_controller 1 for each owner of a replica set.
kube_statefulset_replicas gauge namespace,statefulset Pods that the stateful set should have.
kube_statefulset_status_replicas gauge namespace,statefulset Pods of the stateful set.
kube_statefulset_status_replicas_ready gauge namespace,statefulset Pods of the stateful set that are ready.
kube_statefulset_status_replicas_available gauge namespace,statefulset Pods of the stateful set that are available.
kube_statefulset_status_replicas_current gauge namespace,statefulset Pods of the stateful set that have the current revision.
kube_statefulset_status_replicas_updated gauge namespace,statefulset Pods of the stateful set that have the newest revision.
kube_statefulset_status_observed_generation gauge namespace,statefulset Generation that the controller has seen.
kube_statefulset_metadata_generation gauge namespace,statefulset Generation that is wanted.
kube_statefulset_status_current_revision gauge namespace,statefulset,revision 1, with the current revision in the labels.
kube_statefulset_status_update_revision gauge namespace,statefulset,revision 1, with the newest revision in the labels.
kube_statefulset_labels gauge namespace,statefulset 1 for each stateful set, with its allowed labels as label_….
kube_daemonset_status_desired_number_scheduled gauge namespace,daemonset Nodes that should run the daemon.
kube_daemonset_status_current_number_scheduled gauge namespace,daemonset Nodes that run the daemon and should.
kube_daemonset_status_number_misscheduled gauge namespace,daemonset Nodes that run the daemon but should not.
kube_daemonset_status_number_ready gauge namespace,daemonset Nodes where the daemon is ready.
kube_daemonset_status_number_available gauge namespace,daemonset Nodes where the daemon is available.
kube_daemonset_status_number_unavailable gauge namespace,daemonset Nodes where the daemon should be available but isn't.
kube_daemonset_status_updated_number_scheduled gauge namespace,daemonset Nodes that run the newest template of the daemon.
kube_daemonset_labels gauge namespace,daemonset 1 for each daemon set, with its allowed labels as label_….
kube_job_info gauge namespace,job_name 1 for each job.
kube_job_owner gauge namespace,job_name,owner_kind,owner_name,owner_is_controller 1 for each owner of a job.
kube_job_complete gauge namespace,job_name,condition=true|false|unknown 1 for the answer whether the job is complete.
kube_job_failed gauge namespace,job_name,condition=true|false|unknown 1 for the answer whether the job has failed.
kube_job_spec_completions gauge namespace,job_name Pods of the job that should succeed.
kube_job_spec_parallelism gauge namespace,job_name Pods of the job that may run at once.
kube_job_status_active gauge namespace,job_name Pods of the job that run.
kube_job_status_succeeded gauge namespace,job_name Pods of the job that succeeded.
kube_job_status_failed gauge namespace,job_name,reason Pods of the job that failed.
kube_job_status_start_time gauge:seconds namespace,job_name When the job started, in seconds since 1970.
kube_job_status_completion_time gauge:seconds namespace,job_name When the job was done, in seconds since 1970.
kube_cronjob_info gauge namespace,cronjob,schedule,concurrency_policy,timezone 1 for each cron job, described by the labels.
kube_cronjob_spec_suspend gauge namespace,cronjob 1 if the cron job is suspended.
kube_cronjob_status_active gauge namespace,cronjob Jobs of the cron job that run.
kube_cronjob_next_schedule_time gauge:seconds namespace,cronjob When the cron job is due next, in seconds since 1970.
kube_cronjob_status_last_schedule_time gauge:seconds namespace,cronjob When the cron job was last started, in seconds since 1970.
kube_cronjob_status_last_successful_time gauge:seconds namespace,cronjob When the cron job last succeeded, in seconds since 1970.
kube_horizontalpodautoscaler_spec_max_replicas gauge namespace,horizontalpodautoscaler Most pods that the autoscaler may set.
kube_horizontalpodautoscaler_spec_min_replicas gauge namespace,horizontalpodautoscaler Fewest pods that the autoscaler may set.
kube_horizontalpodautoscaler_status_current_replicas gauge namespace,horizontalpodautoscaler Pods that the autoscaler sees.
kube_horizontalpodautoscaler_status_desired_replicas gauge namespace,horizontalpodautoscaler Pods that the autoscaler wants.
kube_horizontalpodautoscaler_status_condition gauge namespace,horizontalpodautoscaler,condition=AbleToScale|ScalingActive|ScalingLimited,status=true|false|unknown 1 for the status of each condition of the autoscaler.
kube_horizontalpodautoscaler_info gauge namespace,horizontalpodautoscaler,scaletargetref_api_version,scaletargetref_kind,scaletargetref_name 1 for each autoscaler, described by the labels.
kube_node_info gauge node,kernel_version,os_image,container_runtime_version,kubelet_version,kubeproxy_version,pod_cidr,provider_id,system_uuid,internal_ip 1 for each node, described by the labels.
kube_node_status_condition gauge node,condition=Ready|MemoryPressure|DiskPressure|PIDPressure|NetworkUnavailable,status=true|false|unknown 1 for the status of each condition of the node.
kube_node_status_capacity gauge node,resource=cpu|memory|pods|ephemeral_storage,unit=core|byte|integer What the node has of each resource.
kube_node_status_allocatable gauge node,resource=cpu|memory|pods|ephemeral_storage,unit=core|byte|integer What pods can get of each resource of the node.
kube_node_spec_unschedulable gauge node 1 if the node takes no new pods.
kube_node_spec_taint gauge node,key,value,effect=NoSchedule|PreferNoSchedule|NoExecute 1 for each taint of a node.
kube_node_role gauge node,role 1 for each role of a node.
kube_node_labels gauge node 1 for each node, with its allowed labels as label_….
kube_node_created gauge:seconds node When the node was created, in seconds since 1970.
kube_namespace_status_phase gauge namespace,phase=Active|Terminating 1 for the phase that each namespace is in.
kube_namespace_labels gauge namespace 1 for each namespace, with its allowed labels as label_….
kube_namespace_created gauge:seconds namespace When the namespace was created, in seconds since 1970.
kube_persistentvolume_status_phase gauge persistentvolume,phase=Available|Bound|Failed|Pending|Released 1 for the phase that each volume is in.
kube_persistentvolume_capacity_bytes gauge persistentvolume Size of the volume.
kube_persistentvolume_claim_ref gauge persistentvolume,claim_namespace,name 1, with the volume's claim in the labels.
kube_persistentvolumeclaim_info gauge namespace,persistentvolumeclaim,storageclass,volumename,volumemode 1 for each claim, described by the labels.
kube_persistentvolumeclaim_status_phase gauge namespace,persistentvolumeclaim,phase=Pending|Bound|Lost 1 for the phase that each claim is in.
kube_persistentvolumeclaim_resource_requests_storage_bytes gauge namespace,persistentvolumeclaim Space that the claim asks for.
kube_persistentvolumeclaim_access_mode gauge namespace,persistentvolumeclaim,access_mode 1 for each access mode of a claim.
kube_persistentvolumeclaim_labels gauge namespace,persistentvolumeclaim 1 for each claim, with its allowed labels as label_….
kube_poddisruptionbudget_status_current_healthy gauge namespace,poddisruptionbudget Healthy pods under the budget.
kube_poddisruptionbudget_status_desired_healthy gauge namespace,poddisruptionbudget Healthy pods that the budget demands.
kube_poddisruptionbudget_status_pod_disruptions_allowed gauge namespace,poddisruptionbudget Pods that may be disrupted now.
kube_poddisruptionbudget_status_expected_pods gauge namespace,poddisruptionbudget Pods under the budget.
kube_resourcequota gauge namespace,resourcequota,resource,type=hard|used Limit and use of each resource of a quota.
kube_service_info gauge namespace,service,uid,cluster_ip,external_name,load_balancer_ip 1 for each service, described by the labels.
kube_service_spec_type gauge namespace,service,uid,type=ClusterIP|NodePort|LoadBalancer|ExternalName 1 for the type of each service.
kube_endpoint_address gauge namespace,endpoint,ip,port_name,port_protocol,port_number,ready 1 for each address of an endpoint.
kube_ingress_info gauge namespace,ingress,ingressclass 1 for each ingress.
kube_ingress_path gauge namespace,ingress,host,path,path_type,service_name,service_port 1 for each path of an ingress.
kube_configmap_info gauge namespace,configmap 1 for each config map.
kube_secret_info gauge namespace,secret 1 for each secret.
kube_state_metrics_list_total counter resource,result=success|error Lists of resources that kube-state-metrics asked for.
kube_state_metrics_watch_total counter resource,result=success|error Watches of resources that kube-state-metrics started.
`,
};

/** Names, types and labels as in google/cadvisor, docs/storage/prometheus.md, with the labels that the kubelet adds. */
export const CADVISOR: MetricTable = {
  origin: 'cAdvisor',
  rows: `
container_cpu_usage_seconds_total counter namespace,pod,container,image,id,name,cpu CPU time that the container used.
container_cpu_user_seconds_total counter namespace,pod,container,image,id,name CPU time that the container used in user mode.
container_cpu_system_seconds_total counter namespace,pod,container,image,id,name CPU time that the container used in the kernel.
container_cpu_cfs_periods_total counter namespace,pod,container,image,id,name Periods of the CPU limit in which the container ran.
container_cpu_cfs_throttled_periods_total counter namespace,pod,container,image,id,name Periods in which the container hit its CPU limit.
container_cpu_cfs_throttled_seconds_total counter namespace,pod,container,image,id,name Time for which the container was held back by its CPU limit.
container_cpu_load_average_10s gauge namespace,pod,container,image,id,name Load average of the container over 10 seconds.
container_spec_cpu_quota gauge namespace,pod,container,image,id,name CPU limit: microseconds for each period.
container_spec_cpu_period gauge namespace,pod,container,image,id,name Length of a period of the CPU limit in microseconds.
container_spec_cpu_shares gauge namespace,pod,container,image,id,name Weight of the container in sharing CPUs.
container_spec_memory_limit_bytes gauge namespace,pod,container,image,id,name Memory limit of the container; 0 for none.
container_memory_working_set_bytes gauge namespace,pod,container,image,id,name Memory that can't be freed easily; the one that the memory limit is compared with.
container_memory_usage_bytes gauge namespace,pod,container,image,id,name All memory of the container, with caches.
container_memory_rss gauge:bytes namespace,pod,container,image,id,name Memory of the container that no file backs.
container_memory_cache gauge:bytes namespace,pod,container,image,id,name Page cache of the container.
container_memory_swap gauge:bytes namespace,pod,container,image,id,name Swap space that the container uses.
container_memory_mapped_file gauge:bytes namespace,pod,container,image,id,name Mapped files of the container.
container_memory_max_usage_bytes gauge namespace,pod,container,image,id,name Most memory that the container has used.
container_memory_failcnt counter namespace,pod,container,image,id,name How often the container hit its memory limit.
container_memory_failures_total counter namespace,pod,container,image,id,name,failure_type=pgfault|pgmajfault,scope=container|hierarchy Page faults of the container.
container_oom_events_total counter namespace,pod,container,image,id,name How often the container ran out of memory.
container_network_receive_bytes_total counter namespace,pod,image,id,name,interface Bytes that the pod received.
container_network_transmit_bytes_total counter namespace,pod,image,id,name,interface Bytes that the pod sent.
container_network_receive_packets_total counter namespace,pod,image,id,name,interface Packets that the pod received.
container_network_transmit_packets_total counter namespace,pod,image,id,name,interface Packets that the pod sent.
container_network_receive_packets_dropped_total counter namespace,pod,image,id,name,interface Packets to the pod that were dropped.
container_network_transmit_packets_dropped_total counter namespace,pod,image,id,name,interface Packets from the pod that were dropped.
container_network_receive_errors_total counter namespace,pod,image,id,name,interface Errors in receiving.
container_network_transmit_errors_total counter namespace,pod,image,id,name,interface Errors in sending.
container_fs_usage_bytes gauge namespace,pod,container,image,id,name,device Space that the container uses.
container_fs_limit_bytes gauge namespace,pod,container,image,id,name,device Space that the container may use.
container_fs_inodes_free gauge namespace,pod,container,image,id,name,device Inodes that are free.
container_fs_inodes_total gauge namespace,pod,container,image,id,name,device Number of inodes.
container_fs_reads_total counter namespace,pod,container,image,id,name,device Reads done.
container_fs_writes_total counter namespace,pod,container,image,id,name,device Writes done.
container_fs_reads_bytes_total counter namespace,pod,container,image,id,name,device Bytes read.
container_fs_writes_bytes_total counter namespace,pod,container,image,id,name,device Bytes written.
container_fs_io_time_seconds_total counter namespace,pod,container,image,id,name,device Time in which the device was busy.
container_processes gauge namespace,pod,container,image,id,name Processes of the container.
container_threads gauge namespace,pod,container,image,id,name Threads of the container.
container_file_descriptors gauge namespace,pod,container,image,id,name File descriptors that the container has open.
container_sockets gauge namespace,pod,container,image,id,name Sockets that the container has open.
container_start_time_seconds gauge namespace,pod,container,image,id,name When the container started, in seconds since 1970.
container_last_seen gauge:seconds namespace,pod,container,image,id,name When the container was last seen, in seconds since 1970.
machine_cpu_cores gauge node CPUs of the machine.
machine_memory_bytes gauge node Memory of the machine.
cadvisor_version_info gauge cadvisorRevision,cadvisorVersion,dockerVersion,kernelVersion,osVersion 1, with versions in the labels.
`,
};

/** What components of the control plane and the nodes say of themselves, as rules of kube-prometheus use it. */
export const KUBERNETES: MetricTable = {
  origin: 'Kubernetes',
  rows: `
kubelet_volume_stats_capacity_bytes gauge namespace,persistentvolumeclaim,node Size of the volume.
kubelet_volume_stats_available_bytes gauge namespace,persistentvolumeclaim,node Space left on the volume.
kubelet_volume_stats_used_bytes gauge namespace,persistentvolumeclaim,node Space used on the volume.
kubelet_volume_stats_inodes gauge namespace,persistentvolumeclaim,node Inodes of the volume.
kubelet_volume_stats_inodes_free gauge namespace,persistentvolumeclaim,node Inodes left on the volume.
kubelet_volume_stats_inodes_used gauge namespace,persistentvolumeclaim,node Inodes used on the volume.
kubelet_running_pods gauge node Pods that run on the node.
kubelet_running_containers gauge node,container_state Containers on the node in each state.
kubelet_node_name gauge node 1, with the node's name in the labels.
kubelet_evictions counter node,eviction_signal Pods that the kubelet evicted, by the resource that ran out.
kubelet_pleg_relist_duration_seconds histogram node How long the kubelet took to look at all its containers.
kubelet_pod_start_duration_seconds histogram node How long pods took from being seen to starting.
kubelet_pod_worker_duration_seconds histogram node,operation_type How long the kubelet took to bring a pod into line.
kubelet_runtime_operations_total counter node,operation_type Requests to the container runtime.
kubelet_runtime_operations_errors_total counter node,operation_type Requests to the container runtime that failed.
kubelet_certificate_manager_client_ttl_seconds gauge node Time left for the kubelet's client certificate.
kubelet_certificate_manager_server_ttl_seconds gauge node Time left for the kubelet's server certificate.
kubernetes_build_info gauge git_version,git_commit,major,minor,platform,go_version 1, with the component's version in the labels.
apiserver_request_total counter verb=GET|LIST|WATCH|POST|PUT|PATCH|DELETE,code,group,version,resource,subresource,scope=resource|namespace|cluster,component,dry_run Requests to the API server.
apiserver_request_duration_seconds histogram verb=GET|LIST|WATCH|POST|PUT|PATCH|DELETE,group,version,resource,subresource,scope=resource|namespace|cluster,component,dry_run How long requests to the API server took.
apiserver_request_sli_duration_seconds histogram verb=GET|LIST|POST|PUT|PATCH|DELETE,group,version,resource,subresource,scope=resource|namespace|cluster,component How long requests took, without waiting for webhooks.
apiserver_request_terminations_total counter code,component,group,resource,scope,subresource,verb,version Requests that the API server cut short to protect itself.
apiserver_current_inflight_requests gauge request_kind=mutating|readOnly Requests in flight.
apiserver_client_certificate_expiration_seconds histogram - Time left for the certificates of clients that made requests.
apiserver_storage_objects gauge resource Objects stored, by resource.
aggregator_unavailable_apiservice gauge name 1 if an aggregated API is not available.
aggregator_unavailable_apiservice_total counter name,reason How often an aggregated API became unavailable.
rest_client_requests_total counter code,method,host Requests to the API server as the component made them.
rest_client_request_duration_seconds histogram verb,host How long requests to the API server took, as the component saw them.
workqueue_depth gauge name Items in a controller's queue.
workqueue_adds_total counter name Items put into a controller's queue.
workqueue_queue_duration_seconds histogram name How long items waited in a controller's queue.
workqueue_retries_total counter name Items put back into a controller's queue.
scheduler_pending_pods gauge queue=active|backoff|unschedulable|gated Pods that wait for a node.
scheduler_scheduling_attempt_duration_seconds histogram profile,result=scheduled|unschedulable|error How long it took to try to place a pod.
scheduler_schedule_attempts_total counter profile,result=scheduled|unschedulable|error Tries to place pods.
coredns_dns_requests_total counter server,zone,view,proto=udp|tcp,family,type DNS queries received.
coredns_dns_responses_total counter server,zone,view,rcode=NOERROR|NXDOMAIN|SERVFAIL|REFUSED,plugin DNS answers sent.
coredns_dns_request_duration_seconds histogram server,zone,view How long DNS queries took.
coredns_cache_hits_total counter server,type=success|denial,zones,view Answers from the DNS cache.
coredns_cache_misses_total counter server,zones,view Queries that the DNS cache could not answer.
coredns_forward_healthcheck_broken_total counter - How often all upstream DNS servers failed.
coredns_panics_total counter - Panics of CoreDNS.
etcd_server_has_leader gauge - 1 if the member has a leader.
etcd_server_leader_changes_seen_total counter - How often the leader changed.
etcd_server_proposals_failed_total counter - Proposals that failed.
etcd_server_proposals_pending gauge - Proposals that wait for a commit.
etcd_disk_wal_fsync_duration_seconds histogram - How long it took to write the log to disk.
etcd_disk_backend_commit_duration_seconds histogram - How long it took to commit to disk.
etcd_network_peer_round_trip_time_seconds histogram To Round trips to other members.
etcd_mvcc_db_total_size_in_bytes gauge:bytes - Size of the database file.
etcd_mvcc_db_total_size_in_use_in_bytes gauge:bytes - Part of the database file that is in use.
etcd_server_quota_backend_bytes gauge - Largest size that the database may have.
grpc_server_handled_total counter grpc_service,grpc_method,grpc_type=unary|client_stream|server_stream|bidi_stream,grpc_code=OK|Canceled|Unknown|InvalidArgument|DeadlineExceeded|NotFound|AlreadyExists|PermissionDenied|ResourceExhausted|FailedPrecondition|Aborted|Unimplemented|Internal|Unavailable|Unauthenticated gRPC calls that the server finished.
grpc_server_started_total counter grpc_service,grpc_method,grpc_type=unary|client_stream|server_stream|bidi_stream gRPC calls that the server began.
grpc_server_handling_seconds histogram grpc_service,grpc_method,grpc_type=unary|client_stream|server_stream|bidi_stream How long gRPC calls took.
certmanager_certificate_expiration_timestamp_seconds gauge name,namespace,issuer_name,issuer_kind,issuer_group When the certificate expires, in seconds since 1970.
certmanager_certificate_ready_status gauge name,namespace,issuer_name,issuer_kind,issuer_group,condition=True|False|Unknown 1 for the answer whether the certificate is ready.
argocd_app_info gauge name,namespace,project,dest_server,dest_namespace,repo,sync_status=Synced|OutOfSync|Unknown,health_status=Healthy|Degraded|Progressing|Suspended|Missing|Unknown,operation 1 for each application, with its state in the labels.
argocd_app_sync_total counter name,namespace,project,dest_server,phase=Succeeded|Failed|Error Syncs of applications.
nginx_ingress_controller_requests counter namespace,ingress,service,host,path,method,status,controller_class,controller_namespace,controller_pod Requests through the ingress.
nginx_ingress_controller_request_duration_seconds histogram namespace,ingress,service,host,path,method,status,controller_class,controller_namespace,controller_pod How long requests through the ingress took.
nginx_ingress_controller_response_duration_seconds histogram namespace,ingress,service,host,path,method,status,controller_class,controller_namespace,controller_pod How long upstream servers took to answer.
nginx_ingress_controller_ssl_expire_time_seconds gauge host,secret_name,namespace,class When the ingress's certificate expires, in seconds since 1970.
`,
};
