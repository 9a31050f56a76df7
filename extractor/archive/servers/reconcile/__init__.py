"""A reconciliation service over the archive's bodies, awards and people, for OpenRefine and other clients.

The protocol is the Reconciliation Service API 0.2 (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/)
of the W3C's Entity Reconciliation Community Group: `queries` are answered with candidates, `extend` with properties of entities,
and the suggest services with what begins as a person types it. It only reads.
"""

from .service import Service, routes

__all__ = ["Service", "routes"]
