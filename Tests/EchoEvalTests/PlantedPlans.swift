import EchoCore
import EchoPhantom
import EchoTesting

/// What is planted.
enum PlantedPlans {
    /// Patients with two studies a hundred days apart; every fourth gets a pacemaker in between, which moves it
    /// far from its first study.
    static func pairs(_ patients: Int, drift: Float = 0.02) -> [PlantedArchive.Plan] {
        var random = SplitMix64(seed: 31)
        return (0..<patients).flatMap { patient -> [PlantedArchive.Plan] in
            let fraction = Double(Int.random(in: 25...70, using: &random))
            let grade = Severity.allCases[patient % 4]
            return (0..<2).map { study in
                var plan = PlantedArchive.Plan(patient: patient, study: study, day: 700_000 + study * 100)
                plan.fraction = fraction
                plan.grade = grade
                plan.drift = drift
                plan.site = patient < patients / 2 ? "site-a" : "site-b"
                if study == 1, patient % 4 == 0 {
                    plan.hasPacemaker = true
                    plan.pacemaker = 0.9
                    plan.changes = [.pacemakerImplanted]
                }
                return plan
            }
        }
    }

    /// One study a patient; the pacemaker's score is given.
    static func scored(_ cases: [(score: Float, isThere: Bool)]) -> [PlantedArchive.Plan] {
        cases.enumerated().map { patient, each in
            var plan = PlantedArchive.Plan(patient: patient, study: 0, day: 700_000)
            (plan.pacemaker, plan.hasPacemaker) = (each.score, each.isThere)
            return plan
        }
    }
}
