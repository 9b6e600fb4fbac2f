import EchoHTTP
import EchoTesting
import Foundation
import Metrics
import Testing

@Suite("Metrics") struct MetricsTests {
    @Test("pass Prometheus' own check, with histograms")
    func promtool() async throws {
        let lab = try await ServiceLab.shared()
        for path in ["/v1/studies", "/v1/studies/st-0000000000000000", "/nothing"] {
            _ = try await lab.get(path)
        }
        let answer = try await lab.get("/metrics")
        #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
        #expect(answer.text.contains("echoseek_http_request_duration_seconds_bucket{"))
        #expect(answer.text.contains("route=\"/v1/studies/{study}\""))
        let file = try lab.scratch.write(answer.data, to: "metrics.txt")
        let run = try await Peer(
            "/bin/sh", ["-c", "promtool check metrics < \"$1\"", "sh", file])
        #expect(run.status == 0, "\(run.output)")
    }

    @Test("count the same in every bucket, and never grow past their bound")
    func bounds() throws {
        let metrics = PrometheusMetrics()
        for place in 0..<(PrometheusMetrics.most * 2) {
            Counter(label: "a_total", dimensions: [("b", "\(place)\"\\\n")], factory: metrics).increment()
        }
        for seconds in [0.0005, 0.003, 100] {
            Timer(label: "t_seconds", factory: metrics).recordSeconds(seconds)
        }
        var text = PrometheusText()
        text.write(metrics, help: [:])
        let lines = text.text.split(separator: "\n")
        let counters = lines.filter { $0.hasPrefix("a_total{") }
        #expect(counters.count == PrometheusMetrics.most + 1)
        #expect(counters.contains("a_total{b=\"other\"} \(Double(PrometheusMetrics.most))"))
        #expect(lines.contains("t_seconds_bucket{le=\"0.001\"} 1.0"))
        #expect(lines.contains("t_seconds_bucket{le=\"30.0\"} 2.0"))
        #expect(lines.contains("t_seconds_bucket{le=\"+Inf\"} 3.0"))
        #expect(lines.contains("t_seconds_count 3.0"))
    }
}
