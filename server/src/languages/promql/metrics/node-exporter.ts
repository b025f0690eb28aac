import type { MetricTable } from './table';

/** Names, types and labels as in prometheus/node_exporter, collector/fixtures/e2e-output.txt. */
export const NODE_EXPORTER: MetricTable = {
  origin: 'node_exporter',
  rows: `
node_cpu_seconds_total counter cpu,mode=idle|user|system|iowait|irq|softirq|steal|nice Time that each CPU spent in each mode.
node_cpu_guest_seconds_total counter cpu,mode=user|nice Time that each CPU spent running virtual machines.
node_cpu_info gauge cpu,core,package,vendor,family,model,model_name,stepping,microcode,cachesize 1 for each CPU, described by the labels.
node_cpu_frequency_hertz gauge cpu,core,package Current clock rate of each CPU.
node_cpu_scaling_frequency_hertz gauge cpu Current clock rate as the scaling driver has it.
node_cpu_scaling_frequency_max_hertz gauge cpu Highest clock rate that scaling allows.
node_cpu_core_throttles_total counter core,package How often a core was slowed down because of heat.
node_cpu_package_throttles_total counter package How often a CPU package was slowed down because of heat.
node_load1 gauge - Load average over 1 minute: processes that run or wait to run.
node_load5 gauge - Load average over 5 minutes.
node_load15 gauge - Load average over 15 minutes.
node_context_switches_total counter - Switches of the CPUs from one task to another.
node_intr_total counter - Interrupts served.
node_forks_total counter - Processes started.
node_procs_running gauge - Processes that run or could run.
node_procs_blocked gauge - Processes that wait for input or output.
node_processes_pids gauge - Number of process ids in use.
node_processes_threads gauge - Threads in the system.
node_processes_max_threads gauge - Highest number of threads allowed.
node_processes_state gauge state Processes in each state.
node_boot_time_seconds gauge - When the machine started, in seconds since 1970.
node_time_seconds gauge - The machine's clock, in seconds since 1970.
node_uname_info gauge sysname,release,version,machine,nodename,domainname 1, with the host name and the kernel in the labels.
node_os_info gauge id,id_like,name,pretty_name,version,version_id,version_codename 1, with the operating system in the labels.
node_dmi_info gauge product_name,system_vendor,bios_version,board_name 1, with the hardware in the labels.
node_memory_MemTotal_bytes gauge - Usable memory of the machine.
node_memory_MemFree_bytes gauge - Memory that nothing uses, not even caches.
node_memory_MemAvailable_bytes gauge - Estimate of what new programs can get without swapping.
node_memory_Buffers_bytes gauge - Memory for raw disk blocks.
node_memory_Cached_bytes gauge - Memory for the page cache of files.
node_memory_Active_bytes gauge - Memory used lately, not reclaimed unless needed.
node_memory_Inactive_bytes gauge - Memory not used lately, reclaimed first.
node_memory_AnonPages_bytes gauge - Memory of programs that no file backs.
node_memory_Mapped_bytes gauge - Memory of mapped files.
node_memory_Shmem_bytes gauge - Shared memory and tmpfs.
node_memory_Slab_bytes gauge - Kernel data structures.
node_memory_SReclaimable_bytes gauge - Kernel data structures that can be freed, such as caches.
node_memory_SUnreclaim_bytes gauge - Kernel data structures that can't be freed.
node_memory_KernelStack_bytes gauge - Kernel stacks of all tasks.
node_memory_PageTables_bytes gauge - Page tables.
node_memory_Dirty_bytes gauge - Memory that waits to be written to disk.
node_memory_Writeback_bytes gauge - Memory that is being written to disk.
node_memory_Committed_AS_bytes gauge - Memory promised to programs.
node_memory_CommitLimit_bytes gauge - Memory that can be promised to programs.
node_memory_SwapTotal_bytes gauge - Size of the swap space.
node_memory_SwapFree_bytes gauge - Swap space that is free.
node_memory_SwapCached_bytes gauge - Memory that is also in swap.
node_memory_HugePages_Total gauge - Number of huge pages.
node_memory_HugePages_Free gauge - Huge pages that are free.
node_memory_Hugepagesize_bytes gauge - Size of one huge page.
node_memory_HardwareCorrupted_bytes gauge - Memory that the kernel has given up as broken.
node_vmstat_pgmajfault counter - Page faults that had to read from disk.
node_vmstat_pgfault counter - Page faults.
node_vmstat_pgpgin counter - Kibibytes read from disk.
node_vmstat_pgpgout counter - Kibibytes written to disk.
node_vmstat_pswpin counter - Pages read from swap.
node_vmstat_pswpout counter - Pages written to swap.
node_vmstat_oom_kill counter - Processes killed for lack of memory.
node_filesystem_size_bytes gauge device,fstype,mountpoint,device_error Size of the file system.
node_filesystem_avail_bytes gauge device,fstype,mountpoint,device_error Space that users other than root can still use.
node_filesystem_free_bytes gauge device,fstype,mountpoint,device_error Free space with what is reserved for root.
node_filesystem_files gauge device,fstype,mountpoint,device_error Number of inodes.
node_filesystem_files_free gauge device,fstype,mountpoint,device_error Number of free inodes.
node_filesystem_readonly gauge device,fstype,mountpoint,device_error 1 if the file system is mounted read-only.
node_filesystem_device_error gauge device,fstype,mountpoint,device_error 1 if asking the file system failed.
node_filefd_allocated gauge - File descriptors in use.
node_filefd_maximum gauge - Highest number of file descriptors.
node_disk_reads_completed_total counter device Reads done.
node_disk_writes_completed_total counter device Writes done.
node_disk_reads_merged_total counter device Reads joined with a neighbour.
node_disk_writes_merged_total counter device Writes joined with a neighbour.
node_disk_read_bytes_total counter device Bytes read.
node_disk_written_bytes_total counter device Bytes written.
node_disk_read_time_seconds_total counter device Time spent in reads, summed over all of them.
node_disk_write_time_seconds_total counter device Time spent in writes, summed over all of them.
node_disk_io_time_seconds_total counter device Time in which the disk was busy.
node_disk_io_time_weighted_seconds_total counter device Time in which the disk was busy, times the requests in flight.
node_disk_io_now gauge device Requests in flight.
node_disk_discards_completed_total counter device Discards done.
node_disk_flush_requests_total counter device Flushes done.
node_disk_info gauge device,major,minor,model,path,revision,rotational,serial,wwn 1 for each disk, described by the labels.
node_network_receive_bytes_total counter device Bytes received.
node_network_transmit_bytes_total counter device Bytes sent.
node_network_receive_packets_total counter device Packets received.
node_network_transmit_packets_total counter device Packets sent.
node_network_receive_errs_total counter device Errors in receiving.
node_network_transmit_errs_total counter device Errors in sending.
node_network_receive_drop_total counter device Received packets that were dropped.
node_network_transmit_drop_total counter device Packets to send that were dropped.
node_network_receive_multicast_total counter device Multicast packets received.
node_network_transmit_colls_total counter device Collisions in sending.
node_network_speed_bytes gauge device Speed of the link per second.
node_network_mtu_bytes gauge device Largest packet.
node_network_up gauge device 1 if the interface is up.
node_network_carrier gauge device 1 if the interface has a link.
node_network_carrier_changes_total counter device How often the link came or went.
node_network_info gauge device,address,adminstate,broadcast,duplex,ifalias,operstate 1 for each interface, described by the labels.
node_arp_entries gauge device Entries of the ARP table.
node_bonding_slaves gauge master Interfaces of the bond.
node_bonding_active gauge master Interfaces of the bond that are up.
node_nf_conntrack_entries gauge - Connections that the firewall tracks.
node_nf_conntrack_entries_limit gauge - Highest number of tracked connections.
node_netstat_Tcp_CurrEstab gauge - TCP connections that are established.
node_netstat_Tcp_ActiveOpens counter - TCP connections opened from here.
node_netstat_Tcp_PassiveOpens counter - TCP connections opened to here.
node_netstat_Tcp_InSegs counter - TCP segments received.
node_netstat_Tcp_OutSegs counter - TCP segments sent.
node_netstat_Tcp_RetransSegs counter - TCP segments sent again.
node_netstat_Tcp_InErrs counter - Broken TCP segments received.
node_netstat_TcpExt_ListenDrops counter - Connections dropped at a listening socket.
node_netstat_TcpExt_ListenOverflows counter - Connections dropped because a listening socket's queue was full.
node_netstat_TcpExt_SyncookiesSent counter - SYN cookies sent.
node_netstat_Icmp_InErrors counter - Broken ICMP messages received.
node_sockstat_sockets_used gauge - Sockets in use.
node_sockstat_TCP_inuse gauge - TCP sockets in use.
node_sockstat_TCP_alloc gauge - TCP sockets allocated.
node_sockstat_TCP_tw gauge - TCP sockets that wait after closing.
node_sockstat_TCP_orphan gauge - TCP sockets that no process holds.
node_sockstat_TCP_mem_bytes gauge - Memory of TCP sockets.
node_sockstat_UDP_inuse gauge - UDP sockets in use.
node_softnet_processed_total counter cpu Packets processed by each CPU.
node_softnet_dropped_total counter cpu Packets dropped by each CPU.
node_softnet_times_squeezed_total counter cpu How often a CPU ran out of time for packets.
node_pressure_cpu_waiting_seconds_total counter - Time in which some task waited for a CPU.
node_pressure_memory_waiting_seconds_total counter - Time in which some task waited for memory.
node_pressure_memory_stalled_seconds_total counter - Time in which all tasks waited for memory.
node_pressure_io_waiting_seconds_total counter - Time in which some task waited for input or output.
node_pressure_io_stalled_seconds_total counter - Time in which all tasks waited for input or output.
node_schedstat_running_seconds_total counter cpu Time that each CPU ran tasks.
node_schedstat_waiting_seconds_total counter cpu Time that tasks waited for each CPU.
node_schedstat_timeslices_total counter cpu Time slices run by each CPU.
node_timex_offset_seconds gauge - How far the clock is from its reference.
node_timex_maxerror_seconds gauge - Greatest error that the clock can have.
node_timex_estimated_error_seconds gauge - Estimated error of the clock.
node_timex_sync_status gauge - 1 if the clock follows a time server.
node_systemd_unit_state gauge name,state=active|activating|deactivating|failed|inactive,type 1 for the state that each systemd unit is in.
node_systemd_service_restart_total counter name How often systemd restarted the service.
node_systemd_units gauge state=active|activating|deactivating|failed|inactive Number of systemd units in each state.
node_systemd_system_running gauge - 1 if systemd says that the system runs well.
node_hwmon_temp_celsius gauge chip,sensor Temperature of a sensor.
node_hwmon_temp_max_celsius gauge chip,sensor Temperature from which a sensor counts as hot.
node_hwmon_temp_crit_celsius gauge chip,sensor Temperature from which a sensor counts as critical.
node_hwmon_temp_crit_alarm_celsius gauge chip,sensor 1 if a sensor's critical alarm is on.
node_hwmon_temp_alarm gauge chip,sensor 1 if a sensor's alarm is on.
node_hwmon_fan_rpm gauge chip,sensor Speed of a fan in turns per minute.
node_hwmon_in_volts gauge chip,sensor Voltage of a sensor.
node_hwmon_power_average_watt gauge chip,sensor Power drawn, on average.
node_hwmon_sensor_label gauge chip,sensor,label 1, with a sensor's name in the labels.
node_hwmon_chip_names gauge chip,chip_name 1, with a chip's name in the labels.
node_thermal_zone_temp gauge:celsius zone,type Temperature of a thermal zone.
node_power_supply_online gauge power_supply 1 if the power supply is connected.
node_power_supply_capacity gauge power_supply Charge of the battery in per cent.
node_rapl_package_joules_total counter index,path Energy used by a CPU package.
node_edac_correctable_errors_total counter controller Memory errors that were corrected.
node_edac_uncorrectable_errors_total counter controller Memory errors that were not corrected.
node_md_disks gauge device,state=active|failed|spare Disks of a RAID array in each state.
node_md_disks_required gauge device Disks that a RAID array needs.
node_md_state gauge device,state=active|inactive|recovering|resync|check 1 for the state that a RAID array is in.
node_md_blocks gauge device Blocks of a RAID array.
node_md_blocks_synced gauge device Blocks of a RAID array that are in sync.
node_zfs_zpool_state gauge zpool,state=online|degraded|faulted|offline|removed|unavail|suspended 1 for the state that a ZFS pool is in.
node_zfs_arc_hits counter - Hits of the ZFS cache.
node_zfs_arc_misses counter - Misses of the ZFS cache.
node_entropy_available_bits gauge - Entropy that is available.
node_nfs_requests_total counter method,proto NFS requests sent.
node_nfsd_requests_total counter method,proto NFS requests served.
node_ntp_offset_seconds gauge - How far the clock is from the time server.
node_ntp_stratum gauge - Stratum of the time server.
node_textfile_mtime_seconds gauge file When a text file was last written, in seconds since 1970.
node_textfile_scrape_error gauge - 1 if a text file could not be read.
node_scrape_collector_duration_seconds gauge collector How long a collector took.
node_scrape_collector_success gauge collector 1 if a collector succeeded.
node_exporter_build_info gauge version,revision,branch,goversion,goarch,goos,tags 1, with the exporter's version in the labels.
`,
};
