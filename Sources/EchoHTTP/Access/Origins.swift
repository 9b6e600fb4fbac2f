import EchoService
import Foundation
import HTTPTypes
import Hummingbird

/// Where a request comes from, as far as a browser tells.
enum Origins {
    /// Whether a browser says that another site's page sent it; a program says nothing and passes.
    static func isForeign(_ request: Request) -> Bool {
        if let site = request.headers[.secFetchSite] { return site != "same-origin" && site != "none" }
        guard let origin = request.headers[.origin] else { return false }
        guard let start = origin.range(of: "://")?.upperBound, let host = request.head.authority else {
            return true
        }
        return origin[start...].lowercased() != host.lowercased()
    }

    /// Whom a proxy on this machine hands a request on for: the last that X-Forwarded-For names, which is the proxy's
    /// own word; a caller may have written what stands before.
    ///
    /// - Parameter peer: the connection's other end; where it is another machine, nothing is taken from its headers.
    static func address(of request: Request, from peer: String?) -> String? {
        guard peer.map({ ServerSettings.loopback.contains($0) }) ?? true,
            let named = request.headers[values: .xForwardedFor].last?.split(separator: ",").last
        else { return peer }
        let address = named.trimmingCharacters(in: .whitespaces)
        return (1...64).contains(address.utf8.count) ? address : peer
    }

    /// Whether the request names this machine itself, so that no other name was made to lead here.
    static func isLocalHost(_ request: Request) -> Bool {
        guard var host = request.head.authority?.lowercased() else { return true }
        if let port = host.lastIndex(of: ":"), !host.hasSuffix("]") { host = String(host[..<port]) }
        return ["localhost", "127.0.0.1", "[::1]"].contains(host)
    }
}

extension HTTPField.Name {
    /// What browsers say of a request's source, by the Fetch Metadata specification.
    static var secFetchSite: Self { HTTPField.Name("Sec-Fetch-Site") ?? .origin }
    /// Whom proxies say that they hand a request on for, the nearest last.
    static var xForwardedFor: Self { HTTPField.Name("X-Forwarded-For") ?? .origin }
}
