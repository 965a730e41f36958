/** The beginning of a page of a whole service, as documentation until 2022 had it: a title, and the class of its client. */

export const oldClient = `*****
Carts
*****

======
Client
======

.. py:class:: Carts.Client

  A low-level client representing Carts::

    client = session.create_client('carts')

`;
