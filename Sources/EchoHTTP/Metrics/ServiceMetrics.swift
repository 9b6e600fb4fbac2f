import EchoIndex
import EchoLedger
import EchoService
import Foundation

/// All that /metrics tells: requests, the encoder's queues, jobs, media, the process.
struct ServiceMetrics: Sendable {
    let requests: RequestMetrics
    let served: ServedIndex
    let readiness: Readiness
    private let started = Date()

    init(requests: RequestMetrics, served: ServedIndex, readiness: Readiness) {
        self.requests = requests
        self.served = served
        self.readiness = readiness
    }

    /// Everything in Prometheus' text format.
    func text() async -> String {
        var text = PrometheusText()
        text.write(requests.backend, help: RequestMetrics.help)
        text.gauge(
            "echoseek_ready", "Whether the service can embed and read.", readiness.state.isReady ? 1 : 0)
        await encoder(&text)
        await jobs(&text)
        await media(&text)
        process(&text)
        return text.text
    }

    private func encoder(_ text: inout PrometheusText) async {
        var sum: [(EncoderCounters, [PrometheusMetrics.Label])] = []
        for (place, queue) in served.workspace.encoderQueues.enumerated() {
            let label = PrometheusMetrics.Label(name: "queue", value: String(place))
            sum.append((await queue.counters(), [label]))
        }
        func samples(_ value: (EncoderCounters) -> Double) -> [([PrometheusMetrics.Label], Double)] {
            sum.map { ($0.1, value($0.0)) }
        }
        text.gauge("echoseek_encoder_waiting", "Inputs that wait.", samples { Double($0.waiting) })
        text.gauge("echoseek_encoder_running", "Inputs that are worked on.", samples { Double($0.running) })
        text.counter("echoseek_encoder_texts_total", "Texts embedded.", samples { Double($0.texts) })
        text.counter("echoseek_encoder_clips_total", "Clips embedded.", samples { Double($0.clips) })
        text.counter(
            "echoseek_encoder_cache_hits_total", "Texts answered from the cache.",
            samples { Double($0.cacheHits) })
        text.counter("echoseek_encoder_batches_total", "Batches run.", samples { Double($0.batches) })
        text.counter(
            "echoseek_encoder_refused_total", "Inputs refused because the queue was full.",
            samples { Double($0.refused) })
        text.counter("echoseek_encoder_failed_total", "Inputs that failed.", samples { Double($0.failed) })
        text.counter(
            "echoseek_encoder_queue_seconds_total", "Seconds that inputs waited.",
            samples { $0.queueSeconds })
        text.counter(
            "echoseek_encoder_work_seconds_total", "Seconds that the encoder worked.",
            samples { $0.workSeconds })
    }

    private func jobs(_ text: inout PrometheusText) async {
        let counts = (try? await served.jobs.counts()) ?? [:]
        text.gauge(
            "echoseek_jobs", "Ingest jobs, by state.",
            JobState.allCases.map { state in
                ([PrometheusMetrics.Label(name: "state", value: state.rawValue)], Double(counts[state] ?? 0))
            })
        text.gauge(
            "echoseek_uploads_open", "Uploads under way.", Double(await served.jobs.openUploads))
    }

    private func media(_ text: inout PrometheusText) async {
        let media = await served.media.counters()
        text.gauge(
            "echoseek_media_drawing", "Films and pictures that are drawn, or wait.", Double(media.drawing))
        text.gauge(
            "echoseek_media_cached_bytes", "Bytes of films and pictures kept.", Double(media.bytes))
        for (name, help, count) in [
            ("hits", "that were there already", media.hits), ("drawn", "that were drawn", media.renders),
            ("failed", "that could not be drawn", media.failed),
            ("cancelled", "that nobody waited for any longer", media.cancelled),
            ("refused", "refused because too many waited", media.refused),
            ("evicted", "removed to make room", media.evicted),
        ] {
            text.counter("echoseek_media_\(name)_total", "Films and pictures \(help).", Double(count))
        }
    }

    private func process(_ text: inout PrometheusText) {
        let facts = ProcessFacts()
        text.gauge("process_resident_memory_bytes", "Bytes in memory.", facts.residentBytes)
        text.counter("process_cpu_seconds_total", "Seconds of the processor used.", facts.processorSeconds)
        text.gauge("process_open_fds", "Open files and sockets.", facts.openFiles)
        text.gauge(
            "process_start_time_seconds", "When the process began.", started.timeIntervalSince1970)
    }
}
