import EchoCore
import EchoEval
import EchoPhantom
import EchoTesting
import Testing

@Suite("Protocols: identity, transitions, retrieval") struct SimilarityProtocolTests {
    private static func metrics(
        _ measured: EvalProtocol, _ plans: [PlantedArchive.Plan], window: Double = Evaluation.usualWindow
    ) async throws -> MetricTable {
        let archive = try await PlantedArchive(plans)
        var evaluation = Evaluation(measured)
        evaluation.bootstrap.resamples = 100
        evaluation.window = window
        return try await evaluation.run(archive.labels, source: archive.source).part.metrics
    }

    @Test("patients that are alike in all but themselves are told apart")
    func identity() async throws {
        let metrics = try await Self.metrics(.identity, PlantedPlans.pairs(20).filter { $0.patient % 4 != 0 })
        #expect(try #require(metrics["identity.auc"]?.value) > 0.99)
        #expect(metrics["identity.auc"]?.n == 30 * 29 / 2)
        #expect(metrics["identity.r_at_1"]?.value == 1)
        #expect(metrics["identity.r_at_1"]?.n == 15)
        let same = try #require(metrics["identity.cosine.same_patient"]?.value)
        let other = try #require(metrics["identity.cosine.different_patients"]?.value)
        #expect(same > other)
    }

    @Test("studies that share nothing with their patient are at chance")
    func noIdentity() async throws {
        var plans = PlantedPlans.pairs(40)
        // Each study a stranger: the second studies' patients are turned about.
        for place in plans.indices where plans[place].study == 1 {
            plans[place].changes = []
            plans[place].pacemaker = 0
            plans[place].drift = 30
        }
        for place in plans.indices { plans[place].grade = .normal; plans[place].fraction = 50 }
        let auc = try #require(try await Self.metrics(.identity, plans)["identity.auc"]?.value)
        #expect(abs(auc - 0.5) < 0.15)
    }

    @Test("recall counts equal answers as before the right one")
    func ties() async throws {
        // In truth one patient's studies, all of them the same, and so are their reports.
        let plans = (0..<6).map { study in
            var plan = PlantedArchive.Plan(patient: 0, study: study, day: 700_000 + study % 2)
            plan.jitter = 0
            return plan
        }
        let archive = try await PlantedArchive(plans)
        var labels = archive.labels
        for place in labels.studies.indices { labels.studies[place].patient = "Q\(place / 2)" }
        var evaluation = Evaluation(.all)
        evaluation.bootstrap.resamples = 10
        let metrics = try await evaluation.run(labels, source: archive.source).part.metrics
        // Three patients' first studies, six reports: the right one stands last.
        #expect(metrics["identity.r_at_1"]?.value == 0)
        #expect(metrics["identity.r_at_5"]?.value == 1)
        #expect(metrics["retrieval.mean_rank"]?.value == 6)
        #expect(metrics["retrieval.r_at_5"]?.value == 0)
        #expect(metrics["retrieval.mean_rank.optimistic_ties"]?.value == 1)
    }

    @Test("a device between two studies shows in the cosine with the first")
    func transitions() async throws {
        let metrics = try await Self.metrics(.transitions, PlantedPlans.pairs(24))
        #expect(metrics["transitions.device.auc"]?.value == 1)
        #expect(metrics["transitions.device.auc"]?.n == 24, "6 after a device, 18 controls")
        #expect(metrics["transitions.surgery.auc"]?.reason?.contains("no study follows") == true)
        #expect(metrics["transitions.any.auc"]?.value == 1)
    }

    @Test("studies outside the window are no cases")
    func window() async throws {
        let narrow = try await Self.metrics(.transitions, PlantedPlans.pairs(8), window: 49)
        #expect(narrow["transitions.device.auc"]?.value == nil)
        let wide = try await Self.metrics(.transitions, PlantedPlans.pairs(8), window: 51)
        #expect(wide["transitions.device.auc"]?.value == 1)
    }

    @Test("the anchor is the earliest study in the window, and studies before the event count as before")
    func anchor() async throws {
        var plans = (0..<4).map { study in
            var plan = PlantedArchive.Plan(patient: 1, study: study, day: 700_000 + study * 60)
            plan.drift = 0.01
            if study >= 2 { (plan.hasPacemaker, plan.pacemaker) = (true, 0.9) }
            return plan
        }
        plans[2].changes = [.pacemakerImplanted]
        let metrics = try await Self.metrics(.transitions, plans)
        // Study 0 is the anchor, 1 before, 2 and 3 after; 2→3 is a control, 0→1 is counted already.
        #expect(metrics["transitions.device.auc"]?.n == 4)
        #expect(metrics["transitions.device.auc"]?.value == 1)
    }

    @Test(
        "a study from before an earlier change is no anchor, and none that follows that change counts as before"
    )
    func twoEvents() async throws {
        var plans = (0..<3).map { study in
            var plan = PlantedArchive.Plan(patient: 1, study: study, day: 700_000 + study * 60)
            if study >= 1 { (plan.hasPacemaker, plan.pacemaker) = (true, 0.9) }
            return plan
        }
        plans[1].changes = [.pacemakerImplanted]
        plans[2].changes = [.stentedValveImplanted]
        plans[2].pacemaker = 0.2
        // Another patient, whom nothing happens to.
        plans += (0..<2).map { PlantedArchive.Plan(patient: 2, study: $0, day: 700_000 + $0 * 60) }
        let metrics = try await Self.metrics(.transitions, plans)
        // 0→1 and 0→2 after the first event, 1→2 after the second, one control: nothing of the first patient is before.
        #expect(metrics["transitions.device.auc"]?.n == 4)
        #expect(metrics["transitions.device.auc"]?.value == 1)
    }

    @Test("a report that lies by its study is found, both ways")
    func retrieval() async throws {
        let metrics = try await Self.metrics(.retrieval, PlantedPlans.pairs(12, drift: 0.4))
        #expect(metrics["retrieval.r_at_1"]?.value == 1)
        #expect(metrics["retrieval.mean_rank"]?.value == 1)
        #expect(metrics["retrieval.mean_rank.optimistic_ties"]?.value == 1)
        #expect(metrics["retrieval.mean_rank_share"]?.value == 100.0 / 24)
        #expect(metrics["retrieval.r_at_10"]?.n == 24)
    }

    @Test("without reports retrieval says so")
    func noReports() async throws {
        var plans = PlantedPlans.pairs(3)
        for place in plans.indices { plans[place].hasReport = false }
        let metrics = try await Self.metrics(.retrieval, plans)
        #expect(metrics["retrieval.r_at_10"]?.value == nil)
        #expect(metrics["retrieval.r_at_10"]?.reason?.contains("report") == true)
    }
}
