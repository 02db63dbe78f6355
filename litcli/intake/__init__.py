"""The batch: inputs to pages to workers to the store; failures one by one; a report."""
