import type { MetricTable } from './table';

/** What client libraries say of every process. */
export const PROCESS: MetricTable = {
  origin: 'client libraries',
  rows: `
process_cpu_seconds_total counter - CPU time that the process used.
process_resident_memory_bytes gauge - Memory of the process that is in RAM.
process_virtual_memory_bytes gauge - Address space of the process.
process_virtual_memory_max_bytes gauge - Most address space that the process may have.
process_start_time_seconds gauge - When the process started, in seconds since 1970.
process_open_fds gauge - File descriptors that the process has open.
process_max_fds gauge - Most file descriptors that the process may have open.
process_network_receive_bytes_total counter - Bytes received in the network of the process.
process_network_transmit_bytes_total counter - Bytes sent in the network of the process.
process_threads gauge - Threads of the process.
`,
};

/** As in prometheus/client_golang. */
export const GO: MetricTable = {
  origin: 'Go runtime',
  rows: `
go_goroutines gauge - Goroutines that exist.
go_threads gauge - Threads of the operating system.
go_info gauge version 1, with the version of Go in the labels.
go_build_info gauge path,version,checksum 1, with the module's version in the labels.
go_gc_duration_seconds summary quantile=0|0.25|0.5|0.75|1 How long garbage collection stopped the program.
go_gc_gogc_percent gauge - Heap growth that starts a garbage collection, GOGC.
go_gc_gomemlimit_bytes gauge - Memory limit of the runtime, GOMEMLIMIT.
go_sched_gomaxprocs_threads gauge - Threads that run Go code at once, GOMAXPROCS.
go_sched_latencies_seconds histogram - How long goroutines waited to run.
go_memstats_alloc_bytes gauge - Heap in use.
go_memstats_alloc_bytes_total counter - Bytes allocated on the heap, freed ones too.
go_memstats_sys_bytes gauge - Memory taken from the system.
go_memstats_mallocs_total counter - Objects allocated.
go_memstats_frees_total counter - Objects freed.
go_memstats_heap_alloc_bytes gauge - Heap in use.
go_memstats_heap_sys_bytes gauge - Heap taken from the system.
go_memstats_heap_idle_bytes gauge - Heap that is not in use.
go_memstats_heap_inuse_bytes gauge - Heap spans that have an object at least.
go_memstats_heap_released_bytes gauge - Heap given back to the system.
go_memstats_heap_objects gauge - Objects on the heap.
go_memstats_stack_inuse_bytes gauge - Memory of stacks.
go_memstats_stack_sys_bytes gauge - Memory of stacks taken from the system.
go_memstats_next_gc_bytes gauge - Size of the heap at which the next garbage collection starts.
go_memstats_last_gc_time_seconds gauge - When garbage was last collected, in seconds since 1970.
go_memstats_gc_sys_bytes gauge - Memory of the garbage collector.
go_memstats_mspan_inuse_bytes gauge - Memory of span structures in use.
go_memstats_mcache_inuse_bytes gauge - Memory of cache structures in use.
`,
};

/** As in siimon/prom-client, lib/metrics; several that end in _total are gauges there. */
export const NODEJS: MetricTable = {
  origin: 'prom-client',
  rows: `
process_cpu_user_seconds_total counter - CPU time that the process used in user mode.
process_cpu_system_seconds_total counter - CPU time that the process used in the kernel.
process_heap_bytes gauge - Heap of the process.
nodejs_eventloop_lag_seconds gauge - How late the event loop was at the time of the scrape.
nodejs_eventloop_lag_min_seconds gauge - Least delay of the event loop since the last scrape.
nodejs_eventloop_lag_max_seconds gauge - Greatest delay of the event loop since the last scrape.
nodejs_eventloop_lag_mean_seconds gauge - Mean delay of the event loop since the last scrape.
nodejs_eventloop_lag_stddev_seconds gauge - Standard deviation of the event loop's delay since the last scrape.
nodejs_eventloop_lag_p50_seconds gauge - Median delay of the event loop since the last scrape.
nodejs_eventloop_lag_p90_seconds gauge - 90th percentile of the event loop's delay since the last scrape.
nodejs_eventloop_lag_p99_seconds gauge - 99th percentile of the event loop's delay since the last scrape.
nodejs_active_resources gauge type Resources that keep the event loop alive, by type.
nodejs_active_resources_total gauge - Resources that keep the event loop alive. A gauge in spite of its name.
nodejs_active_handles gauge type Open handles, by type.
nodejs_active_handles_total gauge - Open handles. A gauge in spite of its name.
nodejs_active_requests gauge type Pending requests of libuv, by type.
nodejs_active_requests_total gauge - Pending requests of libuv. A gauge in spite of its name.
nodejs_heap_size_total_bytes gauge - Size of the V8 heap.
nodejs_heap_size_used_bytes gauge - Part of the V8 heap that is in use.
nodejs_external_memory_bytes gauge - Memory of C++ objects tied to JavaScript objects.
nodejs_heap_space_size_total_bytes gauge space=new|old|code|map|large_object|code_large_object|new_large_object|read_only|shared|trusted Size of each space of the V8 heap.
nodejs_heap_space_size_used_bytes gauge space=new|old|code|map|large_object|code_large_object|new_large_object|read_only|shared|trusted Part of each space of the V8 heap that is in use.
nodejs_heap_space_size_available_bytes gauge space=new|old|code|map|large_object|code_large_object|new_large_object|read_only|shared|trusted Part of each space of the V8 heap that is free.
nodejs_gc_duration_seconds histogram kind=major|minor|incremental|weakcb How long garbage collections took.
nodejs_version_info gauge version,major,minor,patch 1, with the version of Node.js in the labels.
`,
};

/** As in prometheus/client_python. */
export const PYTHON: MetricTable = {
  origin: 'Python runtime',
  rows: `
python_info gauge implementation,major,minor,patchlevel,version 1, with the version of Python in the labels.
python_gc_collections_total counter generation=0|1|2 Garbage collections.
python_gc_objects_collected_total counter generation=0|1|2 Objects freed by garbage collection.
python_gc_objects_uncollectable_total counter generation=0|1|2 Objects that garbage collection could not free.
`,
};

/** As in prometheus/client_java, and Micrometer where it differs. */
export const JVM: MetricTable = {
  origin: 'JVM',
  rows: `
jvm_memory_used_bytes gauge area=heap|nonheap,id Memory that the JVM uses.
jvm_memory_committed_bytes gauge area=heap|nonheap,id Memory that the JVM has from the system.
jvm_memory_max_bytes gauge area=heap|nonheap,id Most memory that the JVM may use.
jvm_memory_pool_used_bytes gauge pool Memory used in each pool.
jvm_memory_pool_max_bytes gauge pool Most memory of each pool.
jvm_gc_collection_seconds summary gc How long garbage collections took.
jvm_gc_pause_seconds summary action,cause,gc How long garbage collection stopped the program.
jvm_threads_current gauge - Threads of the JVM.
jvm_threads_daemon gauge - Daemon threads of the JVM.
jvm_threads_deadlocked gauge - Threads that block each other.
jvm_threads_state gauge state=NEW|RUNNABLE|BLOCKED|WAITING|TIMED_WAITING|TERMINATED Threads in each state.
jvm_threads_live_threads gauge - Threads of the JVM.
jvm_classes_loaded gauge - Classes that are loaded.
jvm_classes_loaded_total counter - Classes loaded since the start.
jvm_buffer_pool_used_bytes gauge pool Memory of buffers in use.
jvm_buffer_pool_capacity_bytes gauge pool Memory of buffers.
jvm_info gauge version,vendor,runtime 1, with the version of Java in the labels.
http_server_requests_seconds summary method,uri,status,outcome=SUCCESS|REDIRECTION|CLIENT_ERROR|SERVER_ERROR|INFORMATIONAL,exception How long HTTP requests took (Spring Boot).
`,
};
