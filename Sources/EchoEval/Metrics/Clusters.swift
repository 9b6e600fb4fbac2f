/// Cases numbered by the patient they belong to.
package struct Clusters: Sendable, Equatable {
    /// One a case: its patient's number, from 0 in the order of the names.
    package let of: [Int]
    /// How many patients.
    package let count: Int

    /// Numbers the names in their alphabetical order, so that the numbers do not depend on the cases' order.
    package init(_ patients: [String]) {
        let names = Set(patients).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        of = patients.map { numbers[$0] ?? 0 }
        count = names.count
    }
}
