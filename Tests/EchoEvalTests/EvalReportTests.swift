import EchoCore
import EchoEval
import EchoIndex
import EchoService
import EchoTesting
import Foundation
import Testing

@Suite("Evaluation report") struct EvalReportTests {
    private static func report(_ measured: EvalProtocol = .all) async throws -> EvalReport {
        let archive = try await PlantedArchive(PlantedPlans.pairs(12, drift: 0.2))
        var evaluation = Evaluation(measured)
        evaluation.bootstrap = PatientBootstrap(seed: 3, resamples: 50)
        return try await evaluation.run(archive.labels, source: archive.source)
    }

    @Test("as Markdown reads as before")
    func markdown() async throws {
        let text = try await Self.report().markdown
        #expect(Snapshot.difference(text, "report.md") == nil)
    }

    @Test("as JSON has value, low, high and n for each metric, or three nulls and a reason")
    func json() async throws {
        let data = try ResultCoding.encode(try await Self.report())
        let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        let metrics = try #require(object["metrics"] as? [String: [String: Any]])
        for name in [
            "pacemaker.auc", "ef.mae.motion", "ef.mae.repo", "identity.auc", "identity.r_at_1",
            "retrieval.r_at_10", "transitions.device.auc", "shortcuts.rank_changes", "view.accuracy",
        ] {
            #expect(metrics[name] != nil, "\(name)")
        }
        for (name, metric) in metrics {
            let isThere = !(metric["value"] is NSNull)
            let keys: Set<String> = ["value", "low", "high", "n"]
            #expect(Set(metric.keys) == (isThere ? keys : keys.union(["reason"])), "\(name)")
            #expect(isThere == !(metric["low"] is NSNull), "\(name)")
        }
        #expect(object["protocol"] as? String == "all")
        #expect((object["stamp"] as? [String: Any])?["model_notice"] as? String == "Planted, not learnt.")
        #expect((object["stamps"] as? [[String: Any]])?.count == 1)
        #expect((object["goals"] as? [[String: Any]])?.count == Goal.heldOutPhantoms.count)
        #expect(object["notice"] != nil)
    }

    @Test("names every model that it rests on, and each one's notice")
    func twoModels() async throws {
        let spaces = [(ModelSlot.prompt, "asked"), (.similarity, "compared")].map { slot, name in
            EmbeddingSpace(
                slot: slot,
                fingerprint: Fingerprint(
                    model: name, weights: PlantedArchive.hash(UInt64(name.count)), frames: .reference,
                    channels: .bgr, zoom: 0.1, mask: .auto, precision: "fp32"),
                dimension: PlantedArchive.dimension, notice: "What \(name) wants said.")
        }
        let archive = try await PlantedArchive(PlantedPlans.pairs(4), spaces: spaces)
        for (measured, names) in [
            (EvalProtocol.all, ["asked", "compared"]), (.zeroShot, ["asked"]), (.identity, ["compared"]),
        ] {
            var evaluation = Evaluation(measured)
            evaluation.bootstrap.resamples = 5
            let report = try await evaluation.run(archive.labels, source: archive.source)
            #expect(report.stamps.map(\.model) == names)
            for name in names { #expect(report.markdown.contains("What \(name) wants said.")) }
        }
    }

    @Test("a goal that is missed says so, one not measured is neither met nor missed")
    func goals() async throws {
        let found = Dictionary(
            uniqueKeysWithValues: try await Self.report().goals.map { ($0.metric, $0.met) })
        #expect(found["pacemaker.auc"] == .some(.some(true)))
        #expect(found["mitral_clip.auc"] == .some(.none))
        let goal = try #require(Goal.heldOutPhantoms.first { $0.metric == "ef.mae.motion" })
        let missed = Outcome.measured(Interval(value: 6.1, low: 5, high: 7, n: 3))
        #expect(goal.verdict(missed) == .missed)
        #expect(goal.verdict(.measured(Interval(value: 6, low: 5, high: 7, n: 3))) == .met)
        #expect(goal.verdict(nil) == .notMeasured)
    }

    @Test("the same seed gives the same bytes")
    func deterministic() async throws {
        let one = try ResultCoding.encode(try await Self.report())
        let other = try ResultCoding.encode(try await Self.report())
        #expect(one == other)
    }

    @Test("draws figures that are whole XML and name their axes and units")
    func figures() async throws {
        let figures = try await Self.report().part.figures
        #expect(
            Set(figures.map(\.name)).isSuperset(of: [
                "roc-devices", "roc-findings", "scatter-ef-repo", "bland-altman-ef-repo", "similarity",
                "roc-transitions-device",
            ]))
        for figure in figures {
            let parser = XMLCheck(figure.svg)
            #expect(parser.isWhole, "\(figure.name)")
            #expect(
                figure.svg.contains("Planted, not learnt."), "a drawing leaves its report: \(figure.name)")
        }
        let scatter = try #require(figures.first { $0.name == "scatter-ef-repo" })
        #expect(scatter.svg.contains("true ejection fraction (%)"))
    }

    @Test("every published row that has a metric of ours names one that is measured")
    func publishedRows() async throws {
        let metrics = try await Self.report().part.metrics
        for row in PublishedRow.all {
            if let metric = row.metric { #expect(metrics[metric] != nil, "\(metric)") }
        }
    }

    @Test(
        "ticks are round, within the range, and few",
        arguments: [(0.0, 1.0), (20, 80), (-17, 23), (0.31, 0.97)])
    func ticks(low: Double, high: Double) {
        let ticks = AxisTicks(low...high)
        #expect((3...9).contains(ticks.values.count))
        #expect(ticks.values.allSatisfy { (low - 1e-9...high + 1e-9).contains($0) })
    }

    @Test(
        "an outcome reads back as it was written",
        arguments: [
            Outcome.measured(Interval(value: 0.5, low: 0.25, high: 0.75, n: 12)),
            .notMeasured(n: 3, reason: "no positive case"),
        ])
    func outcome(outcome: Outcome) throws {
        let data = try JSONEncoder().encode(outcome)
        #expect(try JSONDecoder().decode(Outcome.self, from: data) == outcome)
    }
}
